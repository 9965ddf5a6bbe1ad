package dev.redshank.maven;

import dev.redshank.core.lint.Explanation;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.report.ExplainText;
import dev.redshank.core.report.TextOptions;
import java.io.IOException;
import java.io.StringWriter;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes into the log what each statement does. */
final class ExplainGoal extends MigrationGoal<ExplainMojo> {
  private static final int WIDTH = 100;

  ExplainGoal(ExplainMojo told) {
    super(told);
  }

  @Override
  void run(ProjectLint lint) throws IOException, MojoExecutionException {
    Explanation explanation = lint.prepare().explain();
    StringWriter text = new StringWriter();
    ExplainText.write(explanation, new TextOptions(WIDTH, false), text);
    text.toString().lines().forEach(log()::info);
    if (!explanation.problems().isEmpty()) {
      throw new MojoExecutionException(String.join(
          "\n",
          explanation.problems().stream()
              .map(problem -> problem.path() + ": " + problem.message())
              .toList()));
    }
  }
}
