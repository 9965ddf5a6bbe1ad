package dev.redshank.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What a goal does, on the Java that it needs. */
interface Goal {
  void reach() throws MojoExecutionException, MojoFailureException;
}
