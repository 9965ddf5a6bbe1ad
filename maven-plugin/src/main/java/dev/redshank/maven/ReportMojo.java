package dev.redshank.maven;

import org.apache.maven.plugins.annotations.Mojo;

/** Writes what is dangerous in migrations into reports, and lets the build go on. */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends LintMojo {
  @Override
  String work() {
    return "ReportGoal";
  }
}
