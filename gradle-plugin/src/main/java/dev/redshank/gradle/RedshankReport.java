package dev.redshank.gradle;

import dev.redshank.core.project.BuildReport;
import org.apiguardian.api.API;
import org.gradle.api.tasks.CacheableTask;

/** Writes what is dangerous in migrations into reports, and lets the build go on. */
@API(status = API.Status.MAINTAINED, since = "0.1")
@CacheableTask
public abstract class RedshankReport extends RedshankLintTask {
  @Override
  void judge(BuildReport report) {
    // Findings are for whoever reads the reports.
  }
}
