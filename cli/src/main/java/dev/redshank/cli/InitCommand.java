package dev.redshank.cli;

import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Roots;
import dev.redshank.core.project.BrokenInputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank init}: a redshank.yml for what is there, and what makes it run by itself. */
final class InitCommand implements Command {
  private static final String SQUAWK = ".squawk.toml";

  private final Console console;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Prints a redshank.yml for the tool, folders and server that it finds, and writes it where there is none.");
    spec.addOption(OptionSpec.builder("--dry-run")
        .type(boolean.class)
        .description("Print it and write nothing.")
        .build());
    spec.addOption(OptionSpec.builder("--from-squawk")
        .type(boolean.class)
        .description("Carry over what .squawk.toml says.")
        .build());
    spec.addOption(Options.text(
        "--ci",
        String.join("|", CiFile.names()),
        "Instead: print and write the workflow, job or hook that runs Redshank there."));
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    Path root = Roots.of(console.directory()).folder();
    boolean dry = parsed.hasMatchedOption("--dry-run");
    Optional<CiFile> ci = Options.value(parsed, "--ci").map(CiFile::named);
    return ci.isPresent() ? ci(ci.get(), root, dry) : config(parsed, root, dry);
  }

  private int config(ParseResult parsed, Path root, boolean dry) throws IOException {
    Path file = root.resolve(Roots.CONFIGURATION);
    if (!dry && Files.exists(file)) {
      return refuse(file);
    }
    Optional<Map<String, List<String>>> squawk =
        parsed.hasMatchedOption("--from-squawk") ? Optional.of(squawk(root)) : Optional.empty();
    String text =
        new InitialConfig(ProjectFiles.migrations(root), ProjectFiles.server(root), squawk).text();
    print(text);
    int code = dry ? ExitCode.CLEAN : write(file, text);
    offerCi(root);
    return code;
  }

  private void print(String text) throws IOException {
    console.out().write(text);
    console.out().flush();
  }

  private void offerCi(Path root) {
    for (CiFile ci : CiFile.values()) {
      if (ci.isMissingIn(root)) {
        console.say("redshank: " + ci.title + " is used here: 'redshank init --ci " + ci
            + "' says how Redshank runs there.");
      }
    }
  }

  private int ci(CiFile ci, Path root, boolean dry) throws IOException {
    print(ci.text());
    if (dry) {
      return ExitCode.CLEAN;
    }
    Path file = root.resolve(ci.path);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      console.say("redshank: " + file + " is there already, and nothing is written."
          + " Add to it what is printed.");
      return ExitCode.CLEAN;
    }
    makeFolder(file);
    return write(file, ci.text());
  }

  private static void makeFolder(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
    } catch (IOException cannotMake) {
      throw unwritable(file);
    }
  }

  private Map<String, List<String>> squawk(Path root) {
    Path file = root.resolve(SQUAWK);
    if (!Files.exists(file)) {
      throw new UsageException("There is no " + SQUAWK + " in " + root + ".");
    }
    Reading text = MigrationReader.read(file, SQUAWK);
    text.problem().ifPresent(problem -> {
      throw new BrokenInputException(List.of(problem));
    });
    return SquawkToml.read(text.source().orElseThrow());
  }

  private int refuse(Path file) {
    console.say("redshank: " + file + " is there already, and nothing is written."
        + " 'redshank init --dry-run' prints what would be.");
    return ExitCode.USER;
  }

  private int write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException meanwhile) {
      return refuse(file);
    } catch (IOException cannotWrite) {
      throw unwritable(file);
    }
    console.say("redshank: wrote " + console.directory().relativize(file) + ".");
    return ExitCode.CLEAN;
  }

  private static BrokenInputException unwritable(Path file) {
    String message = "cannot be written. Check that you may write to its folder.";
    return new BrokenInputException(
        List.of(new Problem(file.toString(), Optional.empty(), message)));
  }
}
