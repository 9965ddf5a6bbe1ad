package dev.redshank.sandbox.replay.report;

import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.Verdict;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;

/** One line for each of several replays, and one that counts them. */
final class SummaryTable {
  private SummaryTable() {}

  static void write(ReplayReport report, TextOptions options, Appendable out) throws IOException {
    int width =
        report.replays().stream().mapToInt(replay -> replay.id().length()).max().orElse(0);
    for (ReplayResult replay : report.replays()) {
      String verdict = replay.verdict().id();
      String pad = " ".repeat("inconclusive".length() - verdict.length() + 2);
      out.append(replay.id())
          .append(" ".repeat(width - replay.id().length() + 2))
          .append(ReplayText.style(replay.verdict()).apply(verdict, options.colour()))
          .append(pad)
          .append(held(replay))
          .append('\n');
    }
    out.append('\n').append(counts(report)).append('\n');
  }

  /** Such as {@code 12 of 12 facts, 2.1 s}. */
  static String held(ReplayResult replay) {
    long all = 0;
    long held = 0;
    double millis = 0;
    for (ActResult act : ReplayReport.acts(replay)) {
      all += act.checks().size();
      held += act.checks().stream().filter(Check::held).count();
      millis += act.millis();
    }
    return held + " of " + Quantity.count(all, "fact") + ", " + Quantity.seconds(millis);
  }

  /** Such as {@code 8 proven, 1 refuted, 0 inconclusive on PostgreSQL 17.}. */
  static String counts(ReplayReport report) {
    return report.count(Verdict.PROVEN) + " proven, "
        + report.count(Verdict.REFUTED) + " refuted, "
        + report.count(Verdict.INCONCLUSIVE) + " inconclusive on PostgreSQL "
        + report.postgres() + ".";
  }
}
