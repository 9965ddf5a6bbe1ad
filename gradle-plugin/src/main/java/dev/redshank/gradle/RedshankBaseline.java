package dev.redshank.gradle;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.KnownFindings;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.report.Count;
import java.util.List;
import org.apiguardian.api.API;
import org.gradle.api.GradleException;
import org.gradle.work.DisableCachingByDefault;

/** Writes down what is found now, so that only what is new counts from then on. */
@API(status = API.Status.MAINTAINED, since = "0.1")
@DisableCachingByDefault(because = "It writes a source file, and is run on purpose")
public abstract class RedshankBaseline extends RedshankTask {
  @Override
  void lint(ProjectLint lint) {
    if (getChangedSince().isPresent()) {
      throw new GradleException(
          "A baseline lists the findings of every migration. Leave out changedSince.");
    }
    LintRun run = lint.writingBaseline().prepare();
    LintResult result = run.lint();
    List<String> breakages = new BuildReport(run, result).breakages();
    if (!breakages.isEmpty()) {
      throw new GradleException(String.join("\n", breakages)
          + "\nThe baseline is not written, as not everything could be read.");
    }
    Project around = lint.project();
    KnownFindings known = new KnownFindings(baselineFile(around), around);
    known.write(result);
    getLogger()
        .lifecycle(
            "Wrote %s to %s.".formatted(Count.of(result.known().size(), "finding"), known.name()));
  }
}
