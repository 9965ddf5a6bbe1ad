package dev.redshank.cli;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** One run of the command line inside the test's process. */
record Run(int code, String out, String err) {
  static Run in(Path directory, String... args) {
    return withInput(directory, new byte[0], args);
  }

  static Run withInput(Path directory, byte[] input, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(out, err, new ByteArrayInputStream(input), Map.of(), false, directory);
    int code = new Redshank(console).run(args);
    return new Run(code, out.toString(), err.toString());
  }

  static Run withInput(Path directory, String input, String... args) {
    return withInput(directory, input.getBytes(StandardCharsets.UTF_8), args);
  }
}
