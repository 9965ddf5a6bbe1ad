package dev.redshank.cli;

import dev.redshank.core.report.Printable;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.ReplayListener;
import dev.redshank.sandbox.replay.result.ReplayResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells on standard error how replays go on: on a terminal one line that changes, otherwise a line for
 * each act, each statement, and each wait that is new in its act.
 */
final class ReplayProgress implements ReplayListener {
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final boolean terminal;
  private final Set<String> told = new HashSet<>();
  private String replay = "";
  private String act = "";
  private String statement = "";
  private String waits = "";

  ReplayProgress(Console console, boolean terminal) {
    this.console = console;
    this.terminal = terminal;
  }

  @Override
  public synchronized void begins(Replay next, int number, int all) {
    replay = "[" + number + "/" + all + "] " + next.id();
    act = "";
    plain(replay);
    draw();
  }

  @Override
  public synchronized void actBegins(String title) {
    act = Printable.oneLine(title);
    statement = "";
    waits = "";
    told.clear();
    plain("  " + act);
    draw();
  }

  @Override
  public synchronized void runs(String session, String sql) {
    statement = Printable.oneLine(session + ": " + sql);
    plain("    " + statement);
    draw();
  }

  @Override
  public synchronized void waits(List<String> now) {
    waits = Printable.oneLine(String.join(", ", now));
    for (String wait : now) {
      if (told.add(wait)) {
        plain("      " + Printable.oneLine(wait));
      }
    }
    draw();
  }

  @Override
  public synchronized void ends(ReplayResult result) {
    if (terminal) {
      console.draw(CLEAR + replay + "  " + result.verdict().id() + "\n");
    } else {
      plain("  " + result.verdict().id());
    }
  }

  /** Leaves the terminal as it was. */
  synchronized void end() {
    if (terminal) {
      console.draw(CLEAR);
    }
  }

  private void plain(String line) {
    if (!terminal) {
      console.draw(line + "\n");
    }
  }

  /** What waits for whom right now matters more than the statement. */
  private void draw() {
    if (!terminal) {
      return;
    }
    StringBuilder line = new StringBuilder(replay);
    for (String part : List.of(act, waits, statement)) {
      if (!part.isEmpty()) {
        line.append("  ").append(part);
      }
    }
    // Nobody knows how wide a terminal is that only errors go to.
    int room = console.terminal() ? Math.max(20, console.width() - 1) : 79;
    String shown = line.length() > room ? line.substring(0, room - 1) + "…" : line.toString();
    console.draw(CLEAR + shown);
  }
}
