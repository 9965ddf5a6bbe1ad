package dev.redshank.sandbox.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that starts a server, prints its port and folder, and waits to be killed. */
final class ServerUntilKilled {
  private ServerUntilKilled() {}

  public static void main(String[] arguments) throws IOException {
    PostgresServer server = PostgresServer.start(17);
    System.out.println(server.port());
    System.out.println(server.data());
    // Ends, too, when whoever started it is gone.
    while (System.in.read() >= 0) {
      continue;
    }
  }

  static Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    System.getProperties().forEach((name, value) -> {
      if (name.toString().matches("(redshank|maven)\\..*")) {
        command.add("-D" + name + "=" + value);
      }
    });
    command.addAll(List.of("-cp", classPath(), ServerUntilKilled.class.getName()));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String classPath() {
    String tests = System.getProperty("surefire.test.class.path", "");
    return tests.isEmpty()
        ? System.getProperty("java.class.path").replace("\n", File.pathSeparator)
        : tests;
  }
}
