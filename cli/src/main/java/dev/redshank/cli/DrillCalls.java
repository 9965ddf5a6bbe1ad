package dev.redshank.cli;

import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.drill.control.Call;
import dev.redshank.sandbox.drill.control.Call.Verb;
import dev.redshank.sandbox.drill.control.DrillDoor;
import dev.redshank.sandbox.drill.control.DrillFolder;
import dev.redshank.sandbox.drill.control.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The commands that a second terminal gives to the running drill; knows the sandbox. */
final class DrillCalls {
  private final ParseResult parsed;
  private final Console console;

  DrillCalls(ParseResult parsed, Console console) {
    this.parsed = parsed;
    this.console = console;
  }

  int hint() throws IOException {
    return tell(ask(Verb.HINT, text()));
  }

  int reset() throws IOException {
    return tell(ask(Verb.RESET, TextOptions.PLAIN));
  }

  int stop() throws IOException {
    return tell(ask(Verb.STOP, TextOptions.PLAIN));
  }

  int postmortem() throws IOException {
    boolean spoilers = parsed.hasMatchedOption("--spoilers");
    return tell(ask(spoilers ? Verb.POSTMORTEM_WITH_SPOILERS : Verb.POSTMORTEM, text()));
  }

  /** The port of the drill's server. */
  int port() {
    return Integer.parseInt(ask(Verb.PORT, TextOptions.PLAIN).text());
  }

  int score() throws IOException {
    String format = format();
    Optional<OutputFile> file =
        Options.value(parsed, "--output").map(name -> OutputFile.of(name, console.directory()));
    TextOptions text = file.isPresent() ? Options.textOptionsOfFile(parsed, console) : text();
    Verb verb = switch (format) {
      case "json" -> Verb.SCORE_JSON;
      case "html" -> Verb.SCORE_HTML;
      default -> Verb.SCORE;
    };
    Reply reply = ask(verb, text);
    if (file.isPresent()) {
      file.get().write(out -> out.write(reply.text()));
      return code(reply);
    }
    return tell(reply);
  }

  /** How the score is to be written; asked before anything is run. */
  String format() {
    return Options.oneOf(
        "--format", parsed.matchedOptionValue("--format", "text"), List.of("text", "json", "html"));
  }

  private TextOptions text() {
    return Options.textOptions(parsed, console);
  }

  private static Reply ask(Verb verb, TextOptions text) {
    Reply reply = DrillDoor.ask(DrillFolder.standard(), new Call(verb, text));
    return switch (reply.outcome()) {
      case REFUSED -> throw new UsageException(reply.text());
      case BROKEN -> throw new IllegalStateException(reply.text());
      case DONE, INCOMPLETE -> reply;
    };
  }

  private int tell(Reply reply) throws IOException {
    console.out().write(reply.text());
    console.out().flush();
    return code(reply);
  }

  private static int code(Reply reply) {
    return reply.outcome() == Reply.Outcome.DONE ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }
}
