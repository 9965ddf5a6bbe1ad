package dev.redshank.cli;

import dev.redshank.core.impact.Timeout;
import dev.redshank.core.lint.Timeouts;
import dev.redshank.sandbox.drill.Submission;
import dev.redshank.sandbox.drill.Submitting;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.ParseResult;

/** One run of {@code redshank sandbox drill submit}; knows the sandbox. */
final class DrillSubmit {
  private static final String DEFAULT_LIMIT = "60s";

  private final ParseResult parsed;
  private final Console console;

  DrillSubmit(ParseResult parsed, Console console) {
    this.parsed = parsed;
    this.console = console;
  }

  int run() throws IOException {
    DrillCalls calls = new DrillCalls(parsed, console);
    calls.format();
    Duration limit = limit();
    String name = parsed.matchedPositionalValue(0, "");
    Submission submission = Submission.read(name, read(name));
    new Submitting(calls.port(), limit, line -> console.say("redshank: " + name + ", " + line))
        .run(submission);
    return calls.score();
  }

  private String read(String name) {
    try {
      Path file = console.directory().resolve(name);
      if (!Files.isRegularFile(file)) {
        throw new UsageException("There is no file " + name + ".");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException binary) {
      throw new UsageException(name + " is not UTF-8 text. Save it as UTF-8.");
    } catch (IOException | InvalidPathException unreadable) {
      throw new UsageException("Cannot read " + name + " (" + unreadable.getMessage() + ").");
    }
  }

  private Duration limit() {
    String asked = parsed.matchedOptionValue("--time-limit", DEFAULT_LIMIT);
    Timeout timeout = Timeouts.read(asked);
    if (!timeout.isInForce()) {
      throw new UsageException("--time-limit is '" + asked + "', not a time such as 30s or 5min.");
    }
    return Duration.ofMillis(timeout.millis());
  }
}
