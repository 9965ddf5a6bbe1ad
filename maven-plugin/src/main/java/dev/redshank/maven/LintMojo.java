package dev.redshank.maven;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.ProjectLint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that looks for findings. */
abstract class LintMojo extends RedshankMojo {
  /** The formats of the reports: text, json, concise, github, gitlab, junit, checkstyle, rdjson, markdown, sarif, html. */
  @Parameter(property = "redshank.formats", defaultValue = "html,sarif")
  List<String> formats = List.of();

  /** Where the reports go. */
  @Parameter(
      property = "redshank.outputDirectory",
      defaultValue = "${project.build.directory}/redshank")
  @Nullable
  File outputDirectory;

  @Override
  void refuseMistakes() throws MojoExecutionException {
    super.refuseMistakes();
    formats(formats);
    if (outputDirectory != null && outputDirectory.isFile()) {
      throw new MojoExecutionException("The parameter outputDirectory names " + outputDirectory
          + ", which is a file. Name a folder.");
    }
  }

  @Override
  final void run(ProjectLint lint)
      throws IOException, MojoExecutionException, MojoFailureException {
    if (outputDirectory == null) {
      throw new IllegalStateException("Maven injects the folder of reports.");
    }
    var wanted = formats(formats);
    LintRun run = lint.prepare();
    LintResult result = run.lint();
    BuildReport report = new BuildReport(run, result);
    if (!quiet) {
      report.messages().forEach(this::say);
    }
    List<Path> files =
        report.write(wanted, outputDirectory.toPath(), version(), lint.rules().pages());
    getLog().info(report.summary() + ".");
    files.forEach(file -> getLog().info("Report: " + file));
    List<String> breakages = report.breakages();
    if (!breakages.isEmpty()) {
      throw new MojoExecutionException(String.join("\n", breakages));
    }
    judge(lint, report);
  }

  /** Whether the build goes on. */
  abstract void judge(ProjectLint lint, BuildReport report) throws MojoFailureException;

  private void say(BuildReport.Message message) {
    switch (message.severity()) {
      case ERROR -> getLog().error(message.text());
      case WARNING -> getLog().warn(message.text());
      case NOTE -> getLog().info(message.text());
    }
  }
}
