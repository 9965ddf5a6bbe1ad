package dev.redshank.cli;

import dev.redshank.core.change.AppliedChange;
import dev.redshank.core.change.ChangedMigrations;
import dev.redshank.core.change.GitChanges;
import dev.redshank.core.change.GitRefusal;
import dev.redshank.core.config.LintConfig;
import dev.redshank.core.config.PathGlobs;
import dev.redshank.core.lint.Review;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which of the migrations a run reports. Only a run that is asked what changed starts git.
 *
 * @param inputs the migrations with the texts that count
 * @param review those that are reported
 * @param applied those that ran and are no longer what ran
 */
record Scope(Inputs inputs, Review review, List<AppliedChange> applied) {
  private static final String SINCE = "--changed-since";
  private static final String STAGED = "--staged";

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.text(
            SINCE,
            "REF",
            "Report only migrations that are new or changed since this branch left REF; all others are history."));
    spec.addOption(OptionSpec.builder(STAGED)
        .type(boolean.class)
        .description("Report only migrations that the next commit adds or changes.")
        .build());
  }

  static Scope of(ParseResult parsed, Console console, Project project, Inputs inputs) {
    Scope scope = changed(parsed, console, project, inputs)
        .orElseGet(() -> new Scope(inputs, Review.ALL, List.of()));
    PathGlobs history = project.config().migrations().history();
    boolean all = history.isEmpty() || parsed.commandSpec().name().equals("explain");
    Review review = all ? scope.review : scope.review.without(history::matches);
    Optional<MigrationFile> dump = Inputs.schema(parsed, console, project);
    return new Scope(
        scope.inputs, dump.map(file -> review.behind(file.path())).orElse(review), scope.applied);
  }

  private static Optional<Scope> changed(
      ParseResult parsed, Console console, Project project, Inputs inputs) {
    Optional<String> since = Options.value(parsed, SINCE);
    boolean staged = parsed.hasMatchedOption(STAGED);
    if (since.isEmpty() && !staged) {
      return Optional.empty();
    }
    refuseOthers(parsed, since.isPresent() && staged, inputs);
    try {
      Path folder = folder(inputs, console);
      GitChanges changes =
          since.isPresent() ? GitChanges.since(folder, since.get()) : GitChanges.staged(folder);
      return Optional.of(scope(changes, project, inputs));
    } catch (GitRefusal refusal) {
      String option = since.map(ref -> SINCE + " " + ref).orElse(STAGED);
      Problem problem = new Problem(option, Optional.empty(), refusal.getMessage());
      throw new BrokenInputException(List.of(problem));
    }
  }

  private static void refuseOthers(ParseResult parsed, boolean both, Inputs inputs) {
    if (both) {
      throw new UsageException("--changed-since and --staged exclude each other. Leave one out.");
    }
    if (parsed.hasMatchedOption("--since")) {
      throw new UsageException(
          "--since names the deploy by a version, git by what changed. Leave one out.");
    }
    if (inputs.paths().isEmpty()) {
      throw new UsageException("What stands on standard input is unknown to git. Name paths.");
    }
  }

  /** Migrations may lie in a submodule, whose history is its own. */
  private static Path folder(Inputs inputs, Console console) {
    return inputs.migrations().migrations().stream()
        .map(file -> file.file().toAbsolutePath().getParent())
        .filter(folder -> folder != null && Files.isDirectory(folder))
        .findFirst()
        .orElse(console.directory());
  }

  private static Scope scope(GitChanges changes, Project project, Inputs inputs) throws GitRefusal {
    LintConfig config = project.config();
    Path root = project.root().folder();
    ChangedMigrations changed = ChangedMigrations.of(
        changes,
        inputs.migrations(),
        project.root(),
        name -> !config.migrations().excluded().matches(name)
            && MigrationFinder.looksAt(inputs.paths(), inputs.directory(), root.resolve(name)),
        config.migrations().down()::matches);
    return new Scope(
        inputs.with(changed.staged()), Review.of(changed.reviewed()), changed.applied());
  }
}
