package dev.redshank.maven;

import dev.redshank.core.lint.Explanation;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.report.ExplainText;
import dev.redshank.core.report.TextOptions;
import java.io.IOException;
import java.io.StringWriter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/** Says for each statement which relations it locks, rewrites, scans and builds, and who waits. */
@Mojo(name = "explain", threadSafe = true)
public final class ExplainMojo extends RedshankMojo {
  private static final int WIDTH = 100;

  @Override
  void run(ProjectLint lint) throws IOException, MojoExecutionException {
    Explanation explanation = lint.prepare().explain();
    StringWriter text = new StringWriter();
    ExplainText.write(explanation, new TextOptions(WIDTH, false), text);
    text.toString().lines().forEach(getLog()::info);
    if (!explanation.problems().isEmpty()) {
      throw new MojoExecutionException(String.join(
          "\n",
          explanation.problems().stream()
              .map(problem -> problem.path() + ": " + problem.message())
              .toList()));
    }
  }
}
