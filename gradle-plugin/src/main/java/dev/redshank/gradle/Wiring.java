package dev.redshank.gradle;

import java.io.File;
import java.util.List;
import org.gradle.api.Action;
import org.gradle.api.Project;
import org.gradle.api.Task;
import org.gradle.api.plugins.JavaBasePlugin;
import org.gradle.api.provider.Provider;
import org.gradle.api.specs.Spec;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.SourceSetContainer;
import org.gradle.api.tasks.TaskProvider;
import org.gradle.language.base.plugins.LifecycleBasePlugin;

/** The extension, three tasks, and {@code check} that depends on one of them. */
final class Wiring implements Action<Project> {
  static final String USUAL_BASELINE = "redshank-baseline.json";
  private static final String GROUP = JavaBasePlugin.VERIFICATION_GROUP;

  @Override
  public void execute(Project project) {
    RedshankExtension extension =
        project.getExtensions().create("redshank", RedshankExtension.class);
    extension.getSkip().convention(false);
    extension.getIgnoreFailures().convention(false);
    extension.getMaxAllowedViolations().convention(0);
    extension.getQuiet().convention(false);
    extension.getFormats().convention(List.of("html", "sarif"));
    extension
        .getOutputDirectory()
        .convention(project.getLayout().getBuildDirectory().dir("reports/redshank"));
    TaskProvider<RedshankCheck> check = project
        .getTasks()
        .register("redshankCheck", RedshankCheck.class, task -> {
          task.setDescription("Fails when migrations hold what is dangerous.");
          lint(project, extension, task);
          task.getFailOn().set(extension.getFailOn());
          task.getIgnoreFailures().set(extension.getIgnoreFailures());
          task.getMaxAllowedViolations().set(extension.getMaxAllowedViolations());
        });
    project.getTasks().register("redshankReport", RedshankReport.class, task -> {
      task.setDescription("Writes what is dangerous in migrations into reports.");
      lint(project, extension, task);
      task.getOutputDirectory().set(extension.getOutputDirectory().dir("report"));
    });
    project.getTasks().register("redshankBaseline", RedshankBaseline.class, task -> {
      task.setDescription("Writes down what is found now, so that only what is new counts.");
      all(project, extension, task);
      task.getOutputs().upToDateWhen(any -> false);
    });
    project
        .getPluginManager()
        .withPlugin(
            "lifecycle-base",
            applied -> project
                .getTasks()
                .named(LifecycleBasePlugin.CHECK_TASK_NAME)
                .configure(task -> task.dependsOn(check)));
  }

  private static void lint(Project project, RedshankExtension extension, RedshankLintTask task) {
    all(project, extension, task);
    task.getFormats().set(extension.getFormats());
    task.getOutputDirectory().set(extension.getOutputDirectory());
    task.getQuiet().set(extension.getQuiet());
  }

  private static void all(Project project, RedshankExtension extension, RedshankTask task) {
    task.setGroup(GROUP);
    Provider<Boolean> skip = extension.getSkip();
    Spec<Task> wanted = any -> !skip.get();
    task.onlyIf(wanted);
    task.getDirectory().set(project.getProjectDir());
    task.getSources().from(extension.getSources());
    task.getSourcesNamed()
        .set(project.provider(() -> !extension.getSources().getFrom().isEmpty()));
    task.getResources().set(project.provider(() -> resources(project)));
    task.getFlyway().set(project.provider(() -> FlywayInGradle.settings(project)));
    task.getIncludes().set(extension.getIncludes());
    task.getExcludes().set(extension.getExcludes());
    task.getPgVersion().set(extension.getPgVersion());
    task.getConfigFile().set(extension.getConfigFile());
    task.getBaselineFile().set(extension.getBaselineFile());
    task.getChangedSince().set(extension.getChangedSince());
  }

  /** Those of the main source set, where there is one. */
  private static List<File> resources(Project project) {
    SourceSetContainer sets = project.getExtensions().findByType(SourceSetContainer.class);
    SourceSet main = sets == null ? null : sets.findByName(SourceSet.MAIN_SOURCE_SET_NAME);
    return main == null
        ? List.of(project.file("src/main/resources"))
        : List.copyOf(main.getResources().getSrcDirs());
  }
}
