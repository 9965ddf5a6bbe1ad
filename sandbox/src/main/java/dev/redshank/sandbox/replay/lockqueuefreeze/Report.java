package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;

/** A report that reads a table in a long transaction, and a reader who comes while it does. */
final class Report {
  private Report() {}

  /** The change waits for the report, and the reader for the change. */
  static Act freezes(Act act, String query, String change) {
    Session report = reading(act, query);
    Running waiting = act.starts(change).waitsFor("report");
    Running reader = act.session("reader").starts(query).waitsFor("migration");
    report.runs("COMMIT");
    waiting.succeeds();
    reader.succeeds();
    return act;
  }

  /** The change waits for the report, and the reader for nobody. */
  static Act letsPass(Act act, String query, String change) {
    Session report = reading(act, query);
    Running waiting = act.starts(change).waitsFor("report");
    act.accepts(query);
    report.runs("COMMIT");
    waiting.succeeds();
    return act;
  }

  static Session reading(Act act, String query) {
    return act.session("report").runs("BEGIN", query);
  }
}
