package dev.redshank.cli;

import dev.redshank.core.lint.Acceptance;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.KnownFindings;
import dev.redshank.core.project.Project;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code --baseline} and {@code --write-baseline}: the findings that were there before. */
final class BaselineOptions {
  private static final String READ = "--baseline";
  private static final String WRITE = "--write-baseline";

  private final Console console;
  private final Project project;
  private final Optional<Path> read;
  private final Optional<Path> write;

  private BaselineOptions(
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

  static BaselineOptions of(ParseResult parsed, Console console, Project project) {
    Optional<Path> written = Options.value(parsed, WRITE).map(name -> path(console, name, WRITE));
    if (written.isPresent()) {
      for (String other : List.of(READ, "--since", "--changed-since", "--staged")) {
        if (parsed.hasMatchedOption(other)) {
          throw new UsageException(
              WRITE + " lists the findings of every migration. Leave out " + other + ".");
        }
      }
      return new BaselineOptions(console, project, Optional.empty(), written);
    }
    Optional<Path> named = Options.value(parsed, READ).map(name -> path(console, name, READ));
    if (named.isPresent() && !Files.exists(named.get())) {
      throw new UsageException("There is no baseline %s. Write it with %s."
          .formatted(project.root().nameOf(named.get()), WRITE));
    }
    return new BaselineOptions(
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
    Optional<Path> file = project.baseline();
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
    return new Acceptance.Known(new KnownFindings(read.get(), project).read(), false);
  }

  /** Writes the list, if it is asked for and every migration could be read. */
  void write(LintResult result) {
    if (write.isEmpty()) {
      return;
    }
    KnownFindings known = new KnownFindings(write.get(), project);
    if (!result.problems().isEmpty() || !result.crashes().isEmpty()) {
      console.say(
          "redshank: " + known.name() + " is not written, as not everything could be read.");
      return;
    }
    known.write(result);
    int count = result.known().size();
    console.say("redshank: wrote %d %s to %s."
        .formatted(count, count == 1 ? "finding" : "findings", known.name()));
  }
}
