package dev.redshank.sandbox.drill.control;

import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.drill.DrillResult;
import dev.redshank.sandbox.drill.DrillRun;
import dev.redshank.sandbox.drill.control.Reply.Outcome;
import dev.redshank.sandbox.drill.report.DrillHtml;
import dev.redshank.sandbox.drill.report.DrillJson;
import dev.redshank.sandbox.drill.report.DrillText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Answers what is asked of a running drill. */
public final class DrillDesk {
  private final DrillRun run;
  private final Runnable stop;

  /**
   * @param stop ends the drill; called before the answer is sent
   */
  public DrillDesk(DrillRun run, Runnable stop) {
    this.run = run;
    this.stop = stop;
  }

  /** The answer, whatever happens. */
  public Reply answer(Call call) {
    try {
      return switch (call.verb()) {
        case SCORE, SCORE_JSON, SCORE_HTML -> score(call);
        case HINT -> hint(call.text());
        case RESET -> reset();
        case STOP -> stopped();
        case POSTMORTEM -> postmortem(call.text(), false);
        case POSTMORTEM_WITH_SPOILERS -> postmortem(call.text(), true);
        case PORT -> new Reply(Outcome.DONE, String.valueOf(run.port()));
      };
    } catch (SandboxException refused) {
      return new Reply(Outcome.REFUSED, String.valueOf(refused.getMessage()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (RuntimeException broken) {
      // The caller is told; the drill goes on.
      return new Reply(Outcome.BROKEN, String.valueOf(broken));
    }
  }

  private Reply score(Call call) throws IOException {
    DrillResult result = run.score();
    StringWriter out = new StringWriter();
    switch (call.verb()) {
      case SCORE_JSON -> DrillJson.write(result, out);
      case SCORE_HTML -> DrillHtml.write(result, out);
      default -> new DrillText(call.text(), out).score(result);
    }
    boolean full = result.score().total() == 100;
    return new Reply(full ? Outcome.DONE : Outcome.INCOMPLETE, out.toString());
  }

  private Reply hint(TextOptions text) throws IOException {
    var hint = run.hint();
    if (hint.isEmpty()) {
      return new Reply(
          Outcome.REFUSED,
          "All hints are told. 'redshank sandbox drill postmortem --spoilers' tells the rest.");
    }
    StringWriter out = new StringWriter();
    out.append("Hint " + run.hints() + " of " + run.drill().page().hints().size() + "\n");
    new DrillText(text, out).prose(hint.get(), "  ");
    return new Reply(Outcome.DONE, out.toString());
  }

  private Reply reset() {
    run.reset();
    return new Reply(Outcome.DONE, "The incident is as it was at first: " + run.uri() + "\n");
  }

  private Reply stopped() {
    stop.run();
    return new Reply(Outcome.DONE, "The drill " + run.drill().id() + " ends.\n");
  }

  private Reply postmortem(TextOptions text, boolean spoilers) throws IOException {
    if (!spoilers && !run.scored()) {
      return new Reply(
          Outcome.REFUSED,
          "There is no score yet, and the postmortem gives everything away. Ask for the score first,"
              + " or say --spoilers.");
    }
    StringWriter out = new StringWriter();
    new DrillText(text, out).postmortem(run.drill());
    return new Reply(Outcome.DONE, out.toString());
  }
}
