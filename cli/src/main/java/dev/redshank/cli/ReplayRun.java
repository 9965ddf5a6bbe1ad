package dev.redshank.cli;

import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Replays;
import dev.redshank.sandbox.replay.report.ReplayHtml;
import dev.redshank.sandbox.replay.report.ReplayJson;
import dev.redshank.sandbox.replay.report.ReplayReport;
import dev.redshank.sandbox.replay.report.ReplayText;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.Verdict;
import dev.redshank.sandbox.server.PostgresServer;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** One run of {@code redshank sandbox replay}; knows the sandbox. */
final class ReplayRun {
  private final ParseResult parsed;
  private final Console console;
  private final String format;

  ReplayRun(ParseResult parsed, Console console, String format) {
    this.parsed = parsed;
    this.console = console;
    this.format = format;
  }

  int run() throws IOException {
    TextOptions text = parsed.hasMatchedOption("--output")
        ? Options.textOptionsOfFile(parsed, console)
        : Options.textOptions(parsed, console);
    List<Replay> chosen = chosen();
    Optional<OutputFile> file =
        Options.value(parsed, "--output").map(name -> OutputFile.of(name, console.directory()));
    ReplayReport report = play(chosen);
    SandboxServer.waitWhileEnding();
    if (file.isPresent()) {
      file.get().write(out -> write(report, text, out));
    } else {
      write(report, text, console.out());
      console.out().flush();
    }
    boolean proven =
        report.replays().stream().allMatch(replay -> replay.verdict() == Verdict.PROVEN);
    return proven ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private ReplayReport play(List<Replay> chosen) {
    ReplayProgress progress = new ReplayProgress(console, Console.errorsToTerminal());
    try (PostgresServer server = SandboxServer.started(parsed, console, Replays.SETTINGS)) {
      sayWhatIsLeftOut(chosen, server);
      List<ReplayResult> results = Replays.play(chosen, server, progress);
      return new ReplayReport(server.version(), results, new DangerLinter(server.version()));
    } finally {
      progress.end();
    }
  }

  private void sayWhatIsLeftOut(List<Replay> chosen, PostgresServer server) {
    List<String> leftOut = chosen.stream()
        .filter(replay -> !replay.holdsOn(server.version()))
        .map(Replay::id)
        .toList();
    String words = "On PostgreSQL " + server.version() + " there is nothing to prove about "
        + String.join(", ", leftOut) + ".";
    if (leftOut.size() == chosen.size()) {
      throw new UsageException(words + " Choose another --pg-version.");
    }
    if (!leftOut.isEmpty()) {
      console.say("redshank: " + words);
    }
  }

  private List<Replay> chosen() {
    List<String> names = parsed.matchedPositionalValue(0, List.of());
    List<Replay> all = Replays.all();
    if (names.contains("all")) {
      names.forEach(name -> named(name, all));
      return all;
    }
    if (names.isEmpty()) {
      return all.stream().filter(replay -> replay.rule().isEmpty()).toList();
    }
    return names.stream().distinct().map(name -> named(name, all).orElseThrow()).toList();
  }

  private static Optional<Replay> named(String name, List<Replay> all) {
    Optional<Replay> found = Replays.find(name);
    if (found.isEmpty() && !name.equals("all")) {
      throw Nearest.unknown(
          "replay", name, all.stream().map(Replay::id).toList(), "redshank sandbox list");
    }
    return found;
  }

  private void write(ReplayReport report, TextOptions text, Writer out) throws IOException {
    switch (format) {
      case "json" -> ReplayJson.write(report, out);
      case "html" -> ReplayHtml.write(report, out);
      default -> ReplayText.write(report, text, out);
    }
  }
}
