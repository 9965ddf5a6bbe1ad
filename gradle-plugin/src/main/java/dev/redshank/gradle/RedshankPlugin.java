package dev.redshank.gradle;

import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.migration.Roots;
import java.util.ArrayList;
import java.util.List;
import org.gradle.api.Plugin;
import org.gradle.api.Project;
import org.gradle.api.Task;
import org.gradle.api.file.RegularFile;
import org.gradle.api.plugins.JavaBasePlugin;
import org.gradle.api.provider.Provider;
import org.gradle.api.specs.Spec;
import org.gradle.api.tasks.TaskProvider;
import org.gradle.language.base.plugins.LifecycleBasePlugin;

/** {@code plugins { id 'dev.redshank' }}: the extension, three tasks, and {@code check} that depends on one of them. */
public final class RedshankPlugin implements Plugin<Project> {
  static final String USUAL_BASELINE = "redshank-baseline.json";
  private static final String GROUP = JavaBasePlugin.VERIFICATION_GROUP;

  @Override
  public void apply(Project project) {
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
    task.getBaselines()
        .from(present(project, extension.getBaselineFile()), project.file(USUAL_BASELINE));
  }

  private static void all(Project project, RedshankExtension extension, RedshankTask task) {
    task.setGroup(GROUP);
    Provider<Boolean> skip = extension.getSkip();
    Spec<Task> wanted = any -> !skip.get();
    task.onlyIf(wanted);
    task.getDirectory().set(project.getProjectDir());
    Provider<MigrationPlaces> places = project.provider(() -> MigrationPlaces.of(project));
    task.getSources()
        .from(project.provider(() ->
            extension.getSources().isEmpty() ? places.get().paths() : extension.getSources()));
    task.getConfigured()
        .set(project.provider(
            () -> extension.getSources().isEmpty() && places.get().configured()));
    task.getNaming().set(places.map(found -> words(found.naming())));
    task.getIncludes().set(extension.getIncludes());
    task.getExcludes().set(extension.getExcludes());
    task.getPgVersion().set(extension.getPgVersion());
    task.getConfigFile().set(extension.getConfigFile());
    task.getConfigurations()
        .from(
            present(project, extension.getConfigFile()),
            project.provider(() ->
                new ArrayList<>(Roots.of(project.getProjectDir().toPath()).configuration().stream()
                    .toList())));
    task.getBaselineFile().set(extension.getBaselineFile());
    task.getChangedSince().set(extension.getChangedSince());
    task.getChanges()
        .set(extension
            .getChangedSince()
            .flatMap(reference -> project.getProviders().of(ChangesSince.class, source -> {
              source.getParameters().getDirectory().set(project.getProjectDir());
              source.getParameters().getReference().set(reference);
            })));
    task.getToday().set(project.getProviders().of(Today.class, source -> {}));
  }

  /** A file, where it is said; in a list that the configuration cache can keep. */
  private static Provider<List<RegularFile>> present(Project project, Provider<RegularFile> file) {
    return project.provider(() -> {
      List<RegularFile> files = new ArrayList<>();
      if (file.isPresent()) {
        files.add(file.get());
      }
      return files;
    });
  }

  /** As {@link RedshankTask#getNaming} keeps them. */
  private static List<String> words(FlywayNaming naming) {
    List<String> words = new ArrayList<>(List.of(
        naming.versioned(),
        naming.undo(),
        naming.baseline(),
        naming.repeatable(),
        naming.separator()));
    words.addAll(naming.suffixes());
    return words;
  }
}
