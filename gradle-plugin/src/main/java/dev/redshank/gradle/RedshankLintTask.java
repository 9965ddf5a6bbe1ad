package dev.redshank.gradle;

import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.ReportFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.gradle.api.GradleException;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.provider.ListProperty;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Internal;
import org.gradle.api.tasks.OutputFiles;

/** A task that looks for findings. */
@API(status = API.Status.MAINTAINED, since = "0.1")
public abstract class RedshankLintTask extends RedshankTask {
  /** The formats of the reports. */
  @Input
  public abstract ListProperty<String> getFormats();

  /** Where the reports go. */
  @Internal
  public abstract DirectoryProperty getOutputDirectory();

  /** The reports, by their formats: files rather than their folder, which several tasks may share. */
  @OutputFiles
  public Map<String, File> getReports() {
    Map<String, File> files = new LinkedHashMap<>();
    for (String name : getFormats().get()) {
      ReportFormat.named(name)
          .ifPresent(format -> files.put(
              format.words(), getOutputDirectory().file(format.fileName()).get().getAsFile()));
    }
    return files;
  }

  /** Whether findings stay out of the log. */
  @Input
  public abstract Property<Boolean> getQuiet();

  @Override
  final void lint(ProjectLint lint) throws IOException {
    refuseMistakes();
    List<ReportFormat> wanted = formats(getFormats().get());
    LintRun run = lint.prepare();
    BuildReport report = new BuildReport(run, run.lint());
    if (!getQuiet().get()) {
      report.messages().forEach(this::say);
    }
    Path folder = getOutputDirectory().get().getAsFile().toPath();
    List<Path> files = report.write(wanted, folder, version(), lint.rules().pages());
    getLogger().lifecycle(report.summary() + ".");
    files.forEach(file -> getLogger().lifecycle("Report: " + file));
    List<String> breakages = report.breakages();
    if (!breakages.isEmpty()) {
      throw new GradleException(String.join("\n", breakages));
    }
    judge(report);
  }

  /** Refuses what the build script cannot mean, before anything is looked at. */
  void refuseMistakes() {}

  /** Whether the build goes on. */
  abstract void judge(BuildReport report);

  private void say(BuildReport.Message message) {
    switch (message.severity()) {
      case ERROR -> getLogger().error(message.text());
      case WARNING -> getLogger().warn(message.text());
      case NOTE -> getLogger().lifecycle(message.text());
    }
  }
}
