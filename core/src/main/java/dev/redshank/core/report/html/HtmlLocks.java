package dev.redshank.core.report.html;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.lint.Explained;
import dev.redshank.core.report.Count;
import dev.redshank.core.report.LockWords;
import dev.redshank.core.report.Printable;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What each statement of a migration locks and does. */
final class HtmlLocks {
  private static final int MOST_ROWS = 200;
  private static final int LONGEST_SQL = 160;

  private final List<Explained> statements;
  private final int others;
  private final Writer out;

  /**
   * @param statements all of a migration
   */
  HtmlLocks(List<Explained> statements, Writer out) {
    this.statements =
        statements.stream().filter(each -> doesSomething(each.impact())).toList();
    this.others = statements.size() - this.statements.size();
    this.out = out;
  }

  private static boolean doesSomething(StatementImpact impact) {
    return !impact.locks().isEmpty() || !effects(impact).isEmpty();
  }

  /** Whether there is nothing to write. */
  boolean isEmpty() {
    return statements.isEmpty();
  }

  void write() throws IOException {
    out.write("<h4>What is locked</h4>\n<table class=\"locks\">\n<thead><tr><th>Line</th>"
        + "<th>Statement</th><th>Locks</th><th>Work</th></tr></thead>\n<tbody>\n");
    int shown = Math.min(statements.size(), MOST_ROWS);
    for (Explained statement : statements.subList(0, shown)) {
      row(statement);
    }
    out.write("</tbody>\n</table>\n");
    List<String> rest = new ArrayList<>();
    if (shown < statements.size()) {
      rest.add((statements.size() - shown) + " more statements lock something");
    }
    if (others > 0) {
      rest.add(Count.of(others, "statement") + " more without a lock on anything that was there");
    }
    if (!rest.isEmpty()) {
      out.write("<p class=\"note\">" + String.join("; ", rest) + ".</p>\n");
    }
  }

  private void row(Explained statement) throws IOException {
    int line = statement.source().position(statement.span().start()).line();
    String nested = statement.within().isPresent() ? " class=\"nested\"" : "";
    out.write("<tr" + nested + "><td>" + line + "</td><td><code>" + Html.text(sql(statement))
        + "</code></td><td>" + locks(statement.impact()) + "</td><td>"
        + effects(statement.impact()).stream().map(Html::text).collect(Collectors.joining("<br>"))
        + "</td></tr>\n");
  }

  /** The beginning, on one line. */
  private static String sql(Explained statement) {
    Span span = statement.span();
    int end = Math.min(span.end(), span.start() + 4 * LONGEST_SQL);
    String sql = Printable.oneLine(statement.source().slice(new Span(span.start(), end)));
    boolean cut = end < span.end() || sql.length() > LONGEST_SQL;
    return cut ? sql.substring(0, Math.min(sql.length(), LONGEST_SQL)) + "…" : sql;
  }

  private static String locks(StatementImpact impact) {
    List<TableLock> locks = new ArrayList<>(impact.locks());
    locks.sort(Comparator.comparing(TableLock::mode).reversed().thenComparing(TableLock::relation));
    return locks.stream()
        .map(lock -> "<div><span class=\"lock " + LockWords.strength(lock.mode()) + "\">"
            + lock.mode().words() + "</span> " + Html.text(lock.relation().toString()) + " <small>"
            + LockWords.waits(lock.mode()) + "</small></div>")
        .collect(Collectors.joining());
  }

  private static List<String> effects(StatementImpact impact) {
    List<String> effects = new ArrayList<>();
    add("rewrites", impact.rewrites(), effects);
    add("scans", impact.scans(), effects);
    add("builds", impact.builds(), effects);
    if (impact.waitsForSnapshots()) {
      effects.add("waits for every older transaction");
    }
    impact
        .failure()
        .ifPresent(
            failure -> effects.add("fails with " + failure.sqlState() + ": " + failure.reason()));
    return effects;
  }

  private static void add(String verb, List<RelationName> relations, List<String> effects) {
    if (!relations.isEmpty()) {
      effects.add(relations.stream()
          .map(RelationName::toString)
          .collect(Collectors.joining(", ", verb + " ", "")));
    }
  }
}
