package dev.redshank.cli;

import dev.redshank.core.impact.Timeout;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Rehearsal;
import dev.redshank.core.lint.Review;
import dev.redshank.core.lint.Timeouts;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.Placeholders;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.Inputs;
import dev.redshank.core.project.Project;
import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.server.PostgresServer;
import dev.redshank.sandbox.server.Progress;
import dev.redshank.sandbox.server.ThrowawayServer;
import dev.redshank.sandbox.trace.ReplicaLag;
import dev.redshank.sandbox.trace.StreamingReplica;
import dev.redshank.sandbox.trace.Trace;
import dev.redshank.sandbox.trace.TraceHtml;
import dev.redshank.sandbox.trace.TraceJson;
import dev.redshank.sandbox.trace.TraceOptions;
import dev.redshank.sandbox.trace.TraceText;
import dev.redshank.sandbox.trace.Tracer;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ParseResult;

/** One run of {@code redshank sandbox trace}; knows the sandbox. */
final class TraceRun {
  private static final long MOST_ROWS = 100_000_000;

  private final ParseResult parsed;
  private final Console console;
  private final String format;

  TraceRun(ParseResult parsed, Console console, String format) {
    this.parsed = parsed;
    this.console = console;
    this.format = format;
  }

  int run() throws IOException {
    TraceOptions options = new TraceOptions(
        rows(), seed(), timeLimit(), Options.value(parsed, "--since").isPresent());
    TextOptions text = Options.textOptions(parsed, console);
    Project project = ProjectOptions.of(parsed, console);
    Inputs inputs = InputOptions.of(parsed, console, project);
    if (inputs.migrations().migrations().isEmpty()) {
      InputOptions.say(inputs.migrations().problems(), console);
      return ExitCode.USER;
    }
    OptionalLong bandwidth = bandwidth();
    Trace trace;
    try (ThrowawayServer server = server()) {
      Rehearsal rehearsal = Rehearsal.of(
          inputs.migrations(),
          placeholders().in(inputs.reader()),
          settings(project, server.version()));
      if (!rehearsal.problems().isEmpty()) {
        InputOptions.say(rehearsal.problems(), console);
        return ExitCode.USER;
      }
      trace = trace(server, bandwidth, options, rehearsal);
    }
    write(trace, text);
    return code(trace);
  }

  private ThrowawayServer server() {
    return parsed.hasMatchedOption("--replica")
        ? SandboxServer.started(parsed, console, StreamingReplica.SETTINGS)
        : SandboxServer.of(parsed, console);
  }

  private Trace trace(
      ThrowawayServer server, OptionalLong bandwidth, TraceOptions options, Rehearsal rehearsal) {
    if (!(parsed.hasMatchedOption("--replica") && server instanceof PostgresServer own)) {
      return new Tracer(server, options, ReplicaLag.NO_REPLICA, progress()).trace(rehearsal);
    }
    try (StreamingReplica replica = StreamingReplica.of(own, bandwidth)) {
      return new Tracer(server, options, replica, progress()).trace(rehearsal);
    }
  }

  private OptionalLong bandwidth() {
    Optional<String> asked = Options.value(parsed, "--replica-bandwidth");
    if (asked.isEmpty()) {
      return OptionalLong.empty();
    }
    boolean number = asked.get().length() < 6
        && !asked.get().isEmpty()
        && asked.get().chars().allMatch(digit -> digit >= '0' && digit <= '9')
        && Long.parseLong(asked.get()) > 0;
    if (!number) {
      throw new UsageException("--replica-bandwidth is '" + asked.get()
          + "', not a whole number of megabytes a second from 1 to 99999.");
    }
    return OptionalLong.of(Long.parseLong(asked.get()) * 1_000_000);
  }

  private void write(Trace trace, TextOptions text) throws IOException {
    switch (format) {
      case "json" -> TraceJson.write(trace, Version.OF_REDSHANK, console.out());
      case "html" -> TraceHtml.write(trace, Version.OF_REDSHANK, console.out());
      default -> TraceText.write(trace, text, console.out());
    }
    console.out().flush();
  }

  private static int code(Trace trace) {
    if (trace.historyFailure().isPresent() || trace.leavesHoles()) {
      return ExitCode.USER;
    }
    boolean clean =
        trace.failure().isEmpty() && trace.alarms().isEmpty() && trace.disagreements() == 0;
    return clean ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  /** Somebody waits before a terminal; a file is not filled with progress. */
  private Progress progress() {
    return console.terminal() ? line -> console.say("redshank: " + line) : Progress.SILENT;
  }

  private LintSettings settings(Project project, PgVersion version) {
    return LintSettings.of(project.config(), version, Options.value(parsed, "--since"), Review.ALL);
  }

  private Placeholders placeholders() {
    Map<String, String> values = new HashMap<>();
    List<String> given = parsed.matchedOptionValue("--placeholder", List.of());
    for (String pair : given) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new UsageException("--placeholder is '" + pair + "'. Write it as NAME=VALUE.");
      }
      values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new Placeholders(values);
  }

  private long rows() {
    Optional<String> asked = Options.value(parsed, "--rows");
    if (asked.isEmpty()) {
      return TraceOptions.DEFAULT.rows();
    }
    String digits = asked.get().replace("_", "");
    boolean number =
        !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit);
    if (!number || Long.parseLong(digits) > MOST_ROWS) {
      throw new UsageException(
          "--rows is '" + asked.get() + "', not a number from 0 to " + MOST_ROWS + ".");
    }
    return Long.parseLong(digits);
  }

  private Duration timeLimit() {
    Optional<String> asked = Options.value(parsed, "--time-limit");
    if (asked.isEmpty()) {
      return TraceOptions.DEFAULT.timeLimit();
    }
    Timeout timeout = Timeouts.read(asked.get());
    if (!timeout.isInForce()) {
      throw new UsageException(
          "--time-limit is '" + asked.get() + "', not a time such as 30s or 5min.");
    }
    return Duration.ofMillis(timeout.millis());
  }

  private Optional<TraceOptions.Seed> seed() {
    Optional<String> name = Options.value(parsed, "--seed-sql");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = console.directory().resolve(name.get());
      Reading reading = MigrationReader.read(MigrationFinder.named(file.toString()));
      reading.problem().ifPresent(problem -> {
        throw new UsageException("--seed-sql: " + name.get() + " " + problem.message());
      });
      return reading.source().map(source -> new TraceOptions.Seed(name.get(), source.file()));
    } catch (InvalidPathException invalid) {
      throw new UsageException("--seed-sql: " + invalid.getMessage() + ".");
    }
  }
}
