package dev.redshank.maven;

import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.ProjectLint;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes what is dangerous in migrations into reports, and lets the build go on. */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends LintMojo {
  @Override
  void judge(ProjectLint lint, BuildReport report) {
    // Findings are for whoever reads the reports.
  }
}
