package dev.redshank.maven;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Looks for findings, shows them and writes reports.
 *
 * @param <M> what Maven tells the goal
 */
abstract class LintGoal<M extends LintMojo> extends MigrationGoal<M> {
  LintGoal(M told) {
    super(told);
  }

  @Override
  void refuseMistakes() throws MojoExecutionException {
    super.refuseMistakes();
    formats(told.formats);
    if (told.outputDirectory != null && told.outputDirectory.isFile()) {
      throw new MojoExecutionException("The parameter outputDirectory names " + told.outputDirectory
          + ", which is a file. Name a folder.");
    }
  }

  @Override
  final void run(ProjectLint lint)
      throws IOException, MojoExecutionException, MojoFailureException {
    if (told.outputDirectory == null) {
      throw new IllegalStateException("Maven injects the folder of reports.");
    }
    var wanted = formats(told.formats);
    LintRun run = lint.prepare();
    LintResult result = run.lint();
    BuildReport report = new BuildReport(run, result);
    if (!told.quiet) {
      report.messages().forEach(this::say);
    }
    List<Path> files = report.write(
        wanted, told.outputDirectory.toPath(), version(), lint.rules().pages());
    log().info(report.summary() + ".");
    files.forEach(file -> log().info("Report: " + file));
    List<String> breakages = report.breakages();
    if (!breakages.isEmpty()) {
      throw new MojoExecutionException(String.join("\n", breakages));
    }
    judge(report);
  }

  /** Whether the build goes on. */
  abstract void judge(BuildReport report) throws MojoFailureException;

  private void say(BuildReport.Message message) {
    switch (message.severity()) {
      case ERROR -> log().error(message.text());
      case WARNING -> log().warn(message.text());
      case NOTE -> log().info(message.text());
    }
  }

  /** The formats of these names. */
  private static List<ReportFormat> formats(List<String> names) throws MojoExecutionException {
    List<ReportFormat> formats = new ArrayList<>();
    for (String name : names) {
      formats.add(ReportFormat.named(name.strip())
          .orElseThrow(() -> new MojoExecutionException("There is no format '%s'. Known are %s."
              .formatted(name, String.join(", ", ReportFormat.allWords())))));
    }
    return formats;
  }

  private static String version() {
    return Optional.ofNullable(MigrationGoal.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
