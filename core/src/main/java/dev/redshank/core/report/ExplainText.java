package dev.redshank.core.report;

import dev.redshank.core.impact.Failure;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.lint.Explained;
import dev.redshank.core.lint.Explanation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What statements do, as a table for people: a line for the statement, a line for each lock and each effect. */
public final class ExplainText {
  private static final int LOCK_COLUMN = 24;

  private final TextOptions options;
  private final Appendable out;

  private ExplainText(TextOptions options, Appendable out) {
    this.options = options;
    this.out = out;
  }

  public static void write(Explanation explanation, TextOptions options, Appendable out)
      throws IOException {
    ExplainText text = new ExplainText(options, out);
    String path = "";
    String around = "";
    for (Explained statement : explanation.statements()) {
      String here = statement.source().path();
      if (!here.equals(path)) {
        text.line(path.isEmpty() ? "" : "\n", text.paint(Style.BOLD, Printable.of(here)));
        around = "";
      }
      path = here;
      around = text.around(statement, around);
      text.statement(statement);
    }
    text.notRead(explanation);
    text.line(
        "\n",
        Count.of(explanation.files(), "migration")
            + ", "
            + Count.of(explanation.statements().size(), "statement")
            + ", PostgreSQL "
            + explanation.postgres()
            + ".");
  }

  /** The transaction and timeouts, where they are not those of the statement before. */
  private String around(Explained statement, String before) throws IOException {
    TransactionState state = statement.transaction();
    String transaction = "outside a transaction";
    if (state.open()) {
      transaction = state.byRunner()
          ? "in one transaction that the migration tool opens"
          : state.implicit() ? "in an implicit transaction" : "inside a transaction";
    }
    String now = transaction
        + ", "
        + timeout("lock_timeout", state.lockTimeout())
        + ", "
        + timeout("statement_timeout", state.statementTimeout());
    if (!now.equals(before)) {
      line("", paint(Style.DIM, "  " + now));
    }
    return now;
  }

  private static String timeout(String name, Timeout timeout) {
    return timeout
        .value()
        .map(value -> name + " " + Printable.oneLine(value))
        .orElse(name + " not set");
  }

  private void statement(Explained statement) throws IOException {
    Position start = statement.source().position(statement.span().start());
    String number = String.valueOf(start.line());
    String indent = " ".repeat(Math.max(1, 6 - number.length()));
    String nested = statement.within().isPresent() ? "  " : "";
    String sql = Printable.oneLine(head(statement));
    int room = options.width() - 8 - nested.length();
    String shown = sql.length() > room ? sql.substring(0, room - 1) + "…" : sql;
    line(indent + paint(Style.CYAN, number) + "  " + nested, paint(Style.BOLD, shown));
    effects(statement.impact(), "        " + nested);
  }

  /** No more than the beginning of a long statement is shown, so no more is looked at. */
  private static String head(Explained statement) {
    String file = statement.source().file();
    int start = statement.span().start();
    return file.substring(start, Math.min(statement.span().end(), start + 1_000));
  }

  private void effects(StatementImpact impact, String indent) throws IOException {
    List<TableLock> locks = new ArrayList<>(impact.locks());
    locks.sort(Comparator.comparing(TableLock::mode).reversed().thenComparing(TableLock::relation));
    for (TableLock lock : locks) {
      String mode = lock.mode().words();
      String pad = " ".repeat(Math.max(1, LOCK_COLUMN - mode.length()));
      line(
          indent,
          paint(
                  lock.mode().blocksReads()
                      ? Style.RED
                      : lock.mode().blocksWrites() ? Style.YELLOW : Style.DIM,
                  mode)
              + pad
              + Printable.of(lock.relation().toString())
              + paint(Style.DIM, "  " + LockWords.waits(lock.mode())));
    }
    effect(indent, "rewrites", impact.rewrites());
    effect(indent, "scans", impact.scans());
    effect(indent, "builds", impact.builds());
    if (impact.waitsForSnapshots()) {
      line(indent, "waits for every older transaction in the database");
    }
    if (impact.failure().isPresent()) {
      Failure failure = impact.failure().get();
      String words =
          "fails with " + failure.sqlState() + ": " + Printable.oneLine(failure.reason());
      wrapped(indent, words, Style.RED);
    }
    List<String> reasons =
        impact.uncertain().stream().map(Uncertainty::reason).distinct().toList();
    for (String reason : reasons) {
      wrapped(indent, "not certain: " + Printable.oneLine(reason), Style.YELLOW);
    }
  }

  private void effect(String indent, String verb, List<RelationName> relations) throws IOException {
    if (relations.isEmpty()) {
      return;
    }
    String names = relations.stream().map(RelationName::toString).collect(Collectors.joining(", "));
    String pad = " ".repeat(LOCK_COLUMN - verb.length());
    String text = Printable.of(names);
    line(indent, paint(Style.YELLOW, verb) + pad + text);
  }

  private void wrapped(String indent, String words, Style style) throws IOException {
    for (String part : Wrap.lines(words, options.width() - indent.length())) {
      line(indent, paint(style, part));
    }
  }

  private void notRead(Explanation explanation) throws IOException {
    for (var part : explanation.notRead()) {
      SourceText source = explanation.sources().get(part.path());
      Position start =
          source == null ? new Position(1, 1, 0) : source.position(part.span().start());
      String place = Printable.of(part.path()) + ":" + start.line() + ":" + start.column();
      line(
          "",
          paint(Style.YELLOW, "not read") + ": " + place + ": " + Printable.oneLine(part.reason()));
    }
  }

  private String paint(Style style, String text) {
    return style.apply(text, options.colour());
  }

  private void line(String lead, String text) throws IOException {
    out.append(lead).append(text).append('\n');
  }
}
