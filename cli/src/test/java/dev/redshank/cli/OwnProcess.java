package dev.redshank.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program as a process of its own, for what a test cannot do inside its own. */
final class OwnProcess {
  private OwnProcess() {}

  /** The command line that runs it with the properties that say where its files are. */
  static List<String> command(String... arguments) {
    // Whoever started the tests in the background had them ignore the signal, and us with them.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    System.getProperties().forEach((name, value) -> {
      if (name.toString().matches("(redshank|maven)\\..*")) {
        command.add("-D" + name + "=" + value);
      }
    });
    command.addAll(List.of("-cp", TestClassPath.value(), "dev.redshank.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }
}
