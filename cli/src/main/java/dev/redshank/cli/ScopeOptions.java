package dev.redshank.cli;

import dev.redshank.core.change.GitRefusal;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.Inputs;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.Scope;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --changed-since} and {@code --staged}: which of the migrations a command reports. */
final class ScopeOptions {
  private static final String SINCE = "--changed-since";
  private static final String STAGED = "--staged";

  private ScopeOptions() {}

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
    Scope scope = changed(parsed, project, inputs);
    boolean all = parsed.commandSpec().name().equals("explain");
    Scope reported = all ? scope : scope.withoutHistory(project);
    Optional<MigrationFile> dump = InputOptions.schema(parsed, console, project);
    return dump.map(reported::behind).orElse(reported);
  }

  private static Scope changed(ParseResult parsed, Project project, Inputs inputs) {
    Optional<String> since = Options.value(parsed, SINCE);
    boolean staged = parsed.hasMatchedOption(STAGED);
    if (since.isEmpty() && !staged) {
      return Scope.all(inputs);
    }
    refuseOthers(parsed, since.isPresent() && staged, inputs);
    try {
      return since.isPresent()
          ? Scope.changedSince(since.get(), project, inputs)
          : Scope.staged(project, inputs);
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
}
