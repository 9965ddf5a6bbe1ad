package dev.redshank.maven;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.KnownFindings;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.report.Count;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes what is found now into the baseline. */
final class BaselineGoal extends MigrationGoal<BaselineMojo> {
  BaselineGoal(BaselineMojo told) {
    super(told);
  }

  /** The file of the baseline may be missing: this goal writes it. */
  @Override
  void refuseMistakes() throws MojoExecutionException {
    if (told.changedSince != null) {
      throw new MojoExecutionException(
          "A baseline lists the findings of every migration. Leave out redshank.changedSince.");
    }
  }

  @Override
  void run(ProjectLint lint) throws MojoExecutionException {
    LintRun run = lint.writingBaseline().prepare();
    LintResult result = run.lint();
    List<String> breakages = new BuildReport(run, result).breakages();
    if (!breakages.isEmpty()) {
      throw new MojoExecutionException(String.join("\n", breakages)
          + "\nThe baseline is not written, as not everything could be read.");
    }
    Project around = lint.project();
    KnownFindings known = new KnownFindings(baselineFile(around), around);
    known.write(result);
    log()
        .info(
            "Wrote %s to %s.".formatted(Count.of(result.known().size(), "finding"), known.name()));
  }
}
