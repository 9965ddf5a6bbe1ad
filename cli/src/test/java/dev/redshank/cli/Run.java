package dev.redshank.cli;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/** One run of the command line inside the test's process. */
record Run(int code, String out, String err) {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  static Run in(Path directory, String... args) {
    return withInput(directory, new byte[0], args);
  }

  /** A run on another day. */
  static Run on(LocalDate today, Path directory, String... args) {
    return run(directory, new byte[0], () -> today, Map.of(), false, args);
  }

  static Run withInput(Path directory, byte[] input, String... args) {
    return run(directory, input, () -> TODAY, Map.of(), false, args);
  }

  /** A run among variables of the environment. */
  static Run among(Map<String, String> environment, Path directory, String... args) {
    return run(directory, new byte[0], () -> TODAY, environment, false, args);
  }

  /** A run that finds these variables in its environment. */
  static Run with(Map<String, String> environment, Path directory, String... args) {
    return run(directory, new byte[0], () -> LocalDate.of(2026, 11, 20), environment, false, args);
  }

  /** A run that somebody looks at. */
  static Run onTerminal(Map<String, String> environment, Path directory, String... args) {
    return run(directory, new byte[0], () -> TODAY, environment, true, args);
  }

  private static Run run(
      Path directory,
      byte[] input,
      Supplier<LocalDate> today,
      Map<String, String> environment,
      boolean terminal,
      String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(
        out, err, new ByteArrayInputStream(input), environment, terminal, directory, today);
    int code = new Redshank(console).run(args);
    return new Run(code, out.toString(), err.toString());
  }

  static Run withInput(Path directory, String input, String... args) {
    return withInput(directory, input.getBytes(StandardCharsets.UTF_8), args);
  }
}
