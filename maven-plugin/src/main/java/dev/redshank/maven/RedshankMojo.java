package dev.redshank.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What all goals are told. The goals that Maven knows are compiled for Java 8, so that a Maven on an older Java is told which one is
 * needed: Maven 3 passes over what the plugin's descriptor requires. Whatever needs that Java is a {@link Goal}, which is named, not
 * linked.
 */
abstract class RedshankMojo extends AbstractMojo {
  private static final int NEEDED = 17;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @Nullable
  MavenProject project;

  /** Whether to do nothing. */
  @Parameter(property = "redshank.skip", defaultValue = "false")
  boolean skip;

  /**
   * Files, folders or globs with migrations, relative to the module. Without them: what {@code redshank.yml} beside the POM says,
   * else the locations of Flyway's plugin in this POM, else those of Spring's {@code application.properties} or {@code
   * application.yml}, else {@code db/migration} in the resources.
   */
  @Parameter(property = "redshank.sources")
  List<String> sources = new ArrayList<>();

  /** Patterns of the migrations that count, as results name them; without any, all of them. */
  @Parameter(property = "redshank.includes")
  List<String> includes = new ArrayList<>();

  /** Patterns of the migrations that are left out, as results name them. */
  @Parameter(property = "redshank.excludes")
  List<String> excludes = new ArrayList<>();

  /** The major version of the PostgreSQL server, 14 to 18; without it the configuration's, else 17. */
  @Parameter(property = "redshank.pgVersion")
  @Nullable
  String pgVersion;

  /** The configuration; without it the nearest {@code redshank.yml} upwards, in the repository. */
  @Parameter(property = "redshank.configFile")
  @Nullable
  File configFile;

  /**
   * The findings that were there before; without it the configuration's, else {@code redshank-baseline.json} beside the POM,
   * where there is one.
   */
  @Parameter(property = "redshank.baselineFile")
  @Nullable
  File baselineFile;

  /** A branch, tag or commit: only migrations that are new or changed since this branch left it are reported. */
  @Parameter(property = "redshank.changedSince")
  @Nullable
  String changedSince;

  /** Whether findings stay out of the log; reports are written all the same. */
  @Parameter(property = "redshank.quiet", defaultValue = "false")
  boolean quiet;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Redshank is skipped.");
      return;
    }
    refuseOlderJava(System.getProperty("java.specification.version", ""));
    goal().reach();
  }

  /** The class that does what this goal is for. */
  abstract String work();

  /** Java 8 calls itself 1.8. */
  private static void refuseOlderJava(String version) throws MojoExecutionException {
    if (version.startsWith("1.") || Integer.parseInt(version) < NEEDED) {
      throw new MojoExecutionException("Redshank needs Java " + NEEDED
          + " or newer, and this Maven runs on Java " + version + ". Set JAVA_HOME.");
    }
  }

  private Goal goal() {
    try {
      return (Goal) Class.forName("dev.redshank.maven." + work())
          .getDeclaredConstructor(getClass())
          .newInstance(this);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("The plugin's jar is not whole", missing);
    }
  }
}
