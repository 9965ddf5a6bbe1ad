package dev.redshank.cli;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.project.Inputs;
import dev.redshank.core.project.Project;
import dev.redshank.core.report.Printable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The paths of a command, and {@code --schema}: the migrations that it is about. */
final class InputOptions {
  private static final String STANDARD_INPUT = "-";
  private static final String SCHEMA = "--schema";

  private InputOptions() {}

  static void addSchemaTo(CommandSpec spec) {
    spec.addOption(
        Options.text(
            SCHEMA,
            "FILE",
            "A dump of the schema (pg_dump --schema-only, structure.sql) that the first migration finds."));
  }

  /** Finds what the command line names, else what the configuration does. */
  static Inputs of(ParseResult parsed, Console console, Project project) throws IOException {
    List<String> paths = Options.paths(parsed);
    Optional<String> name = Options.value(parsed, "--stdin-filename");
    Inputs inputs;
    if (paths.contains(STANDARD_INPUT)) {
      inputs = standardInput(paths, name, console, project);
    } else if (name.isPresent()) {
      throw new UsageException(
          "--stdin-filename goes with the path -, which reads standard input.");
    } else {
      inputs = found(paths, console, project);
    }
    return schema(parsed, console, project).map(inputs::behind).orElse(inputs);
  }

  private static Inputs standardInput(
      List<String> paths, Optional<String> name, Console console, Project project)
      throws IOException {
    if (paths.size() > 1) {
      throw new UsageException("The path - reads standard input and stands alone.");
    }
    byte[] text = console.in().readAllBytes();
    return Inputs.given(name.orElse("standard-input.sql"), text, console.directory(), project);
  }

  private static Inputs found(List<String> named, Console console, Project project) {
    List<String> configured = project.config().migrations().paths();
    if (named.isEmpty() && configured.isEmpty()) {
      throw new UsageException(
          "No PATH given. Name the folder that holds the migrations, here or as paths in redshank.yml.");
    }
    return named.isEmpty()
        ? Inputs.found(configured, project.root().folder(), project)
        : Inputs.found(named, console.directory(), project);
  }

  /** The dump that the first migration finds; the command line wins over the configuration. */
  static Optional<MigrationFile> schema(ParseResult parsed, Console console, Project project) {
    return Options.value(parsed, SCHEMA)
        .map(console.directory()::resolve)
        .map(project::schema)
        .or(project::schema);
  }

  /** Tells the user what has to be mended. */
  static void say(List<Problem> problems, Console console) {
    for (Problem problem : problems) {
      // Names come from the file system and may hold whatever a terminal obeys.
      console.say("redshank: " + Printable.oneLine(problem.path() + ": " + problem.message()));
    }
  }
}
