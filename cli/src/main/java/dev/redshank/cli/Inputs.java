package dev.redshank.cli;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import java.io.IOException;
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

  /** Finds what the command line names. */
  static Inputs of(ParseResult parsed, Console console) throws IOException {
    List<String> paths = Options.paths(parsed);
    Optional<String> name = Options.value(parsed, "--stdin-filename");
    if (!paths.contains(STANDARD_INPUT)) {
      if (name.isPresent()) {
        throw new UsageException(
            "--stdin-filename goes with the path -, which reads standard input.");
      }
      return new Inputs(MigrationFinder.find(paths, console.directory()), MigrationReader::read);
    }
    if (paths.size() > 1) {
      throw new UsageException("The path - reads standard input and stands alone.");
    }
    byte[] text = console.in().readAllBytes();
    MigrationFile file = MigrationFinder.named(name.orElse("standard-input.sql"));
    MigrationSet set = new MigrationSet(List.of(file), List.of());
    return new Inputs(set, asked -> MigrationReader.decode(asked, text));
  }

  /** Tells the user what has to be mended. */
  static void say(List<Problem> problems, Console console) {
    for (Problem problem : problems) {
      console.say("redshank: " + problem.path() + ": " + problem.message());
    }
  }
}
