package dev.redshank.cli;

import dev.redshank.core.report.Printable;
import dev.redshank.core.report.Style;
import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.drill.Drill;
import dev.redshank.sandbox.drill.DrillRun;
import dev.redshank.sandbox.drill.control.DrillDesk;
import dev.redshank.sandbox.drill.control.DrillDoor;
import dev.redshank.sandbox.drill.control.DrillFolder;
import dev.redshank.sandbox.drill.report.DrillText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ParseResult;

/** One run of {@code redshank sandbox drill start}; knows the sandbox. */
final class DrillStart {
  private final ParseResult parsed;
  private final Console console;

  DrillStart(ParseResult parsed, Console console) {
    this.parsed = parsed;
    this.console = console;
  }

  int run() throws IOException {
    Drill drill = DrillList.named(parsed.matchedPositionalValue(0, ""));
    TextOptions text = Options.textOptions(parsed, console);
    CountDownLatch stop = new CountDownLatch(1);
    try (DrillDoor door = DrillDoor.in(DrillFolder.standard())) {
      Thread leaving = new Thread(door::close, "redshank-drill-leaves");
      Runtime.getRuntime().addShutdownHook(leaving);
      try (DrillRun run = DrillRun.start(drill, SandboxServer.options(parsed, console))) {
        door.serve(new DrillDesk(run, stop::countDown)::answer);
        brief(run, text);
        new DrillStatus(run, console).show(stop);
      }
      SandboxServer.waitWhileEnding();
      Runtime.getRuntime().removeShutdownHook(leaving);
    }
    console.say("redshank: the drill is over, and nothing is left of it.");
    return ExitCode.CLEAN;
  }

  private void brief(DrillRun run, TextOptions text) throws IOException {
    Drill drill = run.drill();
    StringWriter words = new StringWriter();
    DrillText prose = new DrillText(text, words);
    words.write(Style.BOLD.apply(drill.title(), text.colour()) + "  (level " + drill.level() + ", "
        + drill.minutes() + " minutes, PostgreSQL " + run.server().version() + ")\n\n");
    prose.prose(drill.page().briefing(), "  ");
    words.write("\n  psql '" + Style.CYAN.apply(Printable.oneLine(run.uri()), text.colour())
        + "'\n  or, in another terminal: redshank sandbox drill shell\n\n");
    prose.prose(
        "You are superuser. In another terminal 'redshank sandbox drill' knows hint, score, submit"
            + " FILE.sql, reset, postmortem and stop. Ctrl-C ends the drill.",
        "  ");
    words.write("\n");
    console.out().write(words.toString());
    console.out().flush();
  }
}
