package dev.redshank.cli;

import dev.redshank.core.baseline.BaselineFile;
import dev.redshank.core.baseline.BaselineReader;
import dev.redshank.core.lint.Acceptance;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code --baseline} and {@code --write-baseline}: the findings that were there before. */
final class KnownFindings {
  private static final String READ = "--baseline";
  private static final String WRITE = "--write-baseline";

  private final Console console;
  private final Project project;
  private final Optional<Path> read;
  private final Optional<Path> write;

  private KnownFindings(
      Console console, Project project, Optional<Path> read, Optional<Path> write) {
    this.console = console;
    this.project = project;
    this.read = read;
    this.write = write;
  }

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.text(READ, "FILE", "Report only what this list of known findings does not hold."));
    spec.addOption(Options.text(
        WRITE,
        "FILE",
        "Write every finding to this list of known ones; new ones count from then on."));
  }

  static KnownFindings of(ParseResult parsed, Console console, Project project) {
    Optional<Path> written = Options.value(parsed, WRITE).map(name -> path(console, name, WRITE));
    if (written.isPresent()) {
      for (String other : List.of(READ, "--since", "--changed-since", "--staged")) {
        if (parsed.hasMatchedOption(other)) {
          throw new UsageException(
              WRITE + " lists the findings of every migration. Leave out " + other + ".");
        }
      }
      return new KnownFindings(console, project, Optional.empty(), written);
    }
    Optional<Path> named = Options.value(parsed, READ).map(name -> path(console, name, READ));
    if (named.isPresent() && !Files.exists(named.get())) {
      throw new UsageException("There is no baseline %s. Write it with %s."
          .formatted(project.root().nameOf(named.get()), WRITE));
    }
    return new KnownFindings(
        console, project, named.or(() -> configured(console, project)), written);
  }

  private static Path path(Console console, String name, String option) {
    try {
      return console.directory().resolve(name);
    } catch (InvalidPathException noPath) {
      throw new UsageException(option + " " + name + " is not a path on this system.");
    }
  }

  /** A project may name its baseline before there is one. */
  private static Optional<Path> configured(Console console, Project project) {
    Optional<Path> file =
        project.config().baseline().map(name -> project.root().folder().resolve(name));
    if (file.isPresent() && !Files.exists(file.get())) {
      String name = project.root().nameOf(file.get());
      console.say("redshank: there is no %s yet: 'redshank lint %s %s' writes it."
          .formatted(name, WRITE, name));
      return Optional.empty();
    }
    return file;
  }

  /**
   * What is known.
   *
   * @throws BrokenInputException when the list cannot be read
   */
  Acceptance.Known read() {
    if (read.isEmpty()) {
      return new Acceptance.Known(Optional.empty(), write.isPresent());
    }
    Reading text = MigrationReader.read(read.get(), project.root().nameOf(read.get()));
    text.problem().ifPresent(KnownFindings::refuse);
    BaselineReader.Outcome outcome = BaselineReader.read(text.source().orElseThrow());
    outcome.problem().ifPresent(KnownFindings::refuse);
    return new Acceptance.Known(outcome.baseline(), false);
  }

  private static void refuse(Problem problem) {
    throw new BrokenInputException(List.of(problem));
  }

  /** Writes the list, if it is asked for and every migration could be read. */
  void write(LintResult result) {
    if (write.isEmpty()) {
      return;
    }
    String name = project.root().nameOf(write.get());
    if (!result.problems().isEmpty() || !result.crashes().isEmpty()) {
      console.say("redshank: " + name + " is not written, as not everything could be read.");
      return;
    }
    try {
      Path file = write.get().toAbsolutePath();
      Path begun = Files.createTempFile(file.getParent(), ".redshank", ".json");
      try (Writer out = Files.newBufferedWriter(begun)) {
        BaselineFile.write(result.known(), out);
      }
      Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException cannotWrite) {
      refuse(new Problem(
          name,
          Optional.empty(),
          "cannot be written. Check that its folder is there and may be written."));
    }
    int count = result.known().size();
    console.say(
        "redshank: wrote %d %s to %s.".formatted(count, count == 1 ? "finding" : "findings", name));
  }
}
