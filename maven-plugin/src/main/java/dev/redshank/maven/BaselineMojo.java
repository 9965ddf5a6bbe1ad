package dev.redshank.maven;

import org.apache.maven.plugins.annotations.Mojo;

/** Writes down what is found now, so that only what is new counts from then on. */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends RedshankMojo {
  @Override
  String work() {
    return "BaselineGoal";
  }
}
