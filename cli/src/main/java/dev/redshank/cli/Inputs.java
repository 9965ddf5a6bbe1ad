package dev.redshank.cli;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.SchemaDump;
import dev.redshank.core.report.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The migrations that a command is about, and how their texts are got at.
 *
 * @param migrations in run order
 * @param reader of their texts
 * @param paths where they were looked for; none for standard input
 * @param directory what the paths are relative to
 */
record Inputs(MigrationSet migrations, Reading.Reader reader, List<String> paths, Path directory) {
  private static final String STANDARD_INPUT = "-";
  private static final String SCHEMA = "--schema";

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
    MigrationFile file = MigrationFinder.named(name.orElse("standard-input.sql"));
    MigrationSet set = new MigrationSet(List.of(file), List.of());
    return new Inputs(
        set.map(project.config()::surrounded),
        asked -> MigrationReader.decode(asked, text),
        List.of(),
        console.directory());
  }

  private static Inputs found(List<String> named, Console console, Project project) {
    LintConfig config = project.config();
    List<String> configured = config.migrations().paths();
    if (named.isEmpty() && configured.isEmpty()) {
      throw new UsageException(
          "No PATH given. Name the folder that holds the migrations, here or as paths in redshank.yml.");
    }
    Path directory = named.isEmpty() ? project.root().folder() : console.directory();
    List<String> paths = named.isEmpty() ? configured : named;
    MigrationSet set = MigrationFinder.find(paths, directory, config.kinds());
    return new Inputs(
        config.source().isPresent() ? set.map(config::surrounded) : set,
        MigrationReader::read,
        paths,
        directory);
  }

  /** The dump that the first migration finds; the command line wins over the configuration. */
  static Optional<MigrationFile> schema(ParseResult parsed, Console console, Project project) {
    Optional<Path> named = Options.value(parsed, SCHEMA).map(console.directory()::resolve);
    Optional<Path> file = named.or(
        () -> project.config().migrations().schema().map(project.root().folder()::resolve));
    return file.map(path -> SchemaDump.file(path.normalize(), project.root().nameOf(path)));
  }

  private Inputs behind(MigrationFile dump) {
    if (migrations.databases() > 1) {
      throw new UsageException(
          "%s describes one database, but these migrations belong to %d: they share versions. Name the folder of one."
              .formatted(dump.path(), migrations.databases()));
    }
    return new Inputs(
        migrations.behind(dump),
        asked -> asked.path().equals(dump.path()) ? SchemaDump.read(asked) : reader.read(asked),
        paths,
        directory);
  }

  /** The same migrations, some of them with a text that does not lie on disk. */
  Inputs with(Map<String, byte[]> texts) {
    if (texts.isEmpty()) {
      return this;
    }
    return new Inputs(
        migrations,
        asked -> {
          byte[] text = texts.get(asked.path());
          return text == null ? reader.read(asked) : MigrationReader.decode(asked, text);
        },
        paths,
        directory);
  }

  /** Tells the user what has to be mended. */
  static void say(List<Problem> problems, Console console) {
    for (Problem problem : problems) {
      // Names come from the file system and may hold whatever a terminal obeys.
      console.say("redshank: " + Printable.oneLine(problem.path() + ": " + problem.message()));
    }
  }
}
