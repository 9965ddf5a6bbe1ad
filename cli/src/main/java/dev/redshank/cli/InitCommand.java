package dev.redshank.cli;

import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Roots;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank init}: a redshank.yml for what is there. */
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
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    Roots root = Roots.of(console.directory());
    boolean dry = parsed.hasMatchedOption("--dry-run");
    Path file = root.folder().resolve(Roots.CONFIGURATION);
    if (!dry && Files.exists(file)) {
      return refuse(file);
    }
    Optional<Map<String, List<String>>> squawk =
        parsed.hasMatchedOption("--from-squawk") ? Optional.of(squawk(root)) : Optional.empty();
    String text = new InitialConfig(
            ProjectFiles.migrations(root.folder()), ProjectFiles.server(root.folder()), squawk)
        .text();
    console.out().write(text);
    console.out().flush();
    return dry ? ExitCode.CLEAN : write(file, text);
  }

  private Map<String, List<String>> squawk(Roots root) {
    Path file = root.folder().resolve(SQUAWK);
    if (!Files.exists(file)) {
      throw new UsageException("There is no " + SQUAWK + " in " + root.folder() + ".");
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
      String message = "cannot be written. Check that you may write to its folder.";
      throw new BrokenInputException(
          List.of(new Problem(file.toString(), Optional.empty(), message)));
    }
    console.say("redshank: wrote " + console.directory().relativize(file) + ".");
    return ExitCode.CLEAN;
  }
}
