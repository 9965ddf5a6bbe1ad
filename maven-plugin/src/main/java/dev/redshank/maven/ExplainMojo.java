package dev.redshank.maven;

import org.apache.maven.plugins.annotations.Mojo;

/** Says for each statement which relations it locks, rewrites, scans and builds, and who waits. */
@Mojo(name = "explain", threadSafe = true)
public final class ExplainMojo extends RedshankMojo {
  @Override
  String work() {
    return "ExplainGoal";
  }
}
