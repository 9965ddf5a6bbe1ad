package dev.redshank.cli;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.report.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The migrations that a command is about, and how their texts are got at.
 *
 * @param migrations in run order
 * @param reader of their texts
 */
record Inputs(MigrationSet migrations, Reading.Reader reader) {
  private static final String STANDARD_INPUT = "-";

  /** Finds what the command line names, else what the configuration does. */
  static Inputs of(ParseResult parsed, Console console, Project project) throws IOException {
    List<String> paths = Options.paths(parsed);
    Optional<String> name = Options.value(parsed, "--stdin-filename");
    if (!paths.contains(STANDARD_INPUT)) {
      if (name.isPresent()) {
        throw new UsageException(
            "--stdin-filename goes with the path -, which reads standard input.");
      }
      return new Inputs(found(paths, console, project), MigrationReader::read);
    }
    if (paths.size() > 1) {
      throw new UsageException("The path - reads standard input and stands alone.");
    }
    byte[] text = console.in().readAllBytes();
    MigrationFile file = MigrationFinder.named(name.orElse("standard-input.sql"));
    MigrationSet set = new MigrationSet(List.of(file), List.of());
    return new Inputs(
        set.map(project.config()::surrounded), asked -> MigrationReader.decode(asked, text));
  }

  private static MigrationSet found(List<String> named, Console console, Project project) {
    LintConfig config = project.config();
    List<String> configured = config.migrations().paths();
    if (named.isEmpty() && configured.isEmpty()) {
      throw new UsageException(
          "No PATH given. Name the folder that holds the migrations, here or as paths in redshank.yml.");
    }
    Path directory = named.isEmpty() ? project.root().folder() : console.directory();
    return MigrationFinder.find(named.isEmpty() ? configured : named, directory, config.kinds())
        .map(config::surrounded);
  }

  /** Tells the user what has to be mended. */
  static void say(List<Problem> problems, Console console) {
    for (Problem problem : problems) {
      // Names come from the file system and may hold whatever a terminal obeys.
      console.say("redshank: " + Printable.oneLine(problem.path() + ": " + problem.message()));
    }
  }
}
