package dev.redshank.sandbox.trace;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.report.LockWords;
import dev.redshank.core.report.Printable;
import dev.redshank.core.report.Style;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.report.Wrap;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.measure.RelationKind;
import dev.redshank.sandbox.rows.Filled;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What migrations did, as a table for people: a line for each statement, then one for each lock and effect. */
public final class TraceText {
  private static final int LABEL = 24;

  /** The widest that stands behind a statement: its time, its log, and whether the claim agrees. */
  private static final int FIGURES = 28;

  private static final String INDENT = "        ";
  private static final int MOST_FILLED = 8;

  private final Trace trace;
  private final TextOptions options;
  private final Appendable out;

  private TraceText(Trace trace, TextOptions options, Appendable out) {
    this.trace = trace;
    this.options = options;
    this.out = out;
  }

  public static void write(Trace trace, TextOptions options, Appendable out) throws IOException {
    TraceText text = new TraceText(trace, options, out);
    text.filled();
    for (TracedMigration migration : trace.migrations()) {
      text.migration(migration);
    }
    text.end();
  }

  private void filled() throws IOException {
    List<Filled> fullest = trace.filled().stream()
        .sorted(Comparator.comparing(Filled::rows).reversed().thenComparing(Filled::table))
        .limit(MOST_FILLED)
        .filter(table -> table.rows() > 0)
        .toList();
    if (!fullest.isEmpty()) {
      String names = fullest.stream()
          .map(table -> Printable.of(table.table().toString()) + " " + table.rows())
          .collect(Collectors.joining(", "));
      int more =
          (int) trace.filled().stream().filter(table -> table.rows() > 0).count() - fullest.size();
      wrapped("", "rows made: " + names + (more > 0 ? ", and " + more + " more" : ""), Style.DIM);
    }
    for (Filled table : trace.filled()) {
      if (table.reason().isPresent()) {
        String what = table.isEmpty() ? "measured empty: " : "measured with fewer rows: ";
        wrapped("", what + Printable.oneLine(table.toString()), Style.YELLOW);
      }
    }
    if (!trace.filled().isEmpty()) {
      line("");
    }
  }

  private void migration(TracedMigration migration) throws IOException {
    line(paint(Style.BOLD, Printable.of(migration.file().path())));
    String around = switch (migration.transactions()) {
      case WRAPPED, DETECTED, MIXED -> "in one transaction that the migration tool opens";
      case AUTOCOMMIT -> "each statement by itself";
      case SIMPLE_QUERY -> "sent as one message";
    };
    line(paint(Style.DIM, "  " + around + ", " + Quantity.time(migration.took())));
    for (TracedStatement statement : migration.statements()) {
      statement(statement);
    }
    line("");
  }

  private void statement(TracedStatement statement) throws IOException {
    String number = String.valueOf(statement.position().line());
    String figures = statement
        .measured()
        .map(measured -> figures(measured, statement))
        .orElse(statement.skipped().isPresent() ? "not run" : "");
    int room = Math.max(20, options.width() - 10 - FIGURES);
    String sql = Printable.oneLine(head(statement.sql()));
    String shown = sql.length() > room ? sql.substring(0, room - 1) + "…" : sql;
    line(" ".repeat(Math.max(1, 6 - number.length()))
        + paint(Style.CYAN, number)
        + "  "
        + paint(Style.BOLD, shown)
        + " ".repeat(figures.isEmpty() ? 0 : room - shown.length() + 2)
        + paint(statement.agrees() ? Style.DIM : Style.RED, figures));
    if (statement.skipped().isPresent()) {
      wrapped(INDENT, Printable.oneLine(statement.skipped().get().reason()), Style.YELLOW);
    }
    if (statement.measured().isPresent()) {
      effects(statement, statement.measured().get());
    }
  }

  /** No more than the beginning of a long statement is shown, so no more is looked at. */
  private static String head(String sql) {
    return sql.substring(0, Math.min(sql.length(), 1_000));
  }

  private static String figures(Measured measured, TracedStatement statement) {
    String agrees = statement.agrees() ? "agrees" : "differs";
    return "%9s %9s  %s"
        .formatted(Quantity.time(measured.took()), Quantity.bytes(measured.walBytes()), agrees);
  }

  private void effects(TracedStatement statement, Measured measured) throws IOException {
    for (TracedLock lock : statement.locks()) {
      if (lock.kind() != RelationKind.INDEX && lock.kind() != RelationKind.SEQUENCE) {
        lock(lock);
      }
    }
    effect("rewrites", measured.rewrites());
    effect("scans", measured.scans());
    effect("builds", measured.builds());
    if (measured.rowsWritten() > 0) {
      label("writes", Quantity.count(measured.rowsWritten(), "row"), Style.YELLOW);
    }
    if (measured.waitsForSnapshots()) {
      label("waits", "for every older transaction in the database", Style.YELLOW);
    }
    if (measured.mustRunOutsideTransaction()) {
      label("outside", "PostgreSQL refuses it inside a transaction", Style.DIM);
    }
    holding(statement);
    for (String words : ServerWords.telling(measured.words())) {
      label("server", Printable.oneLine(words), Style.DIM);
    }
    if (statement.replica().isPresent()) {
      Lag lag = statement.replica().get();
      boolean late = lag.caughtUpAfter().compareTo(Alarms.LATE) > 0;
      label("replica", lag.words(), late ? Style.RED : Style.DIM);
    }
    effect("leaves invalid", statement.left().invalidIndexes());
    if (!statement.left().notValidated().isEmpty()) {
      label("not validated", join(statement.left().notValidated()), Style.YELLOW);
    }
    if (measured.sqlState().isPresent()) {
      String words = measured.sqlState().get() + " " + Printable.oneLine(measured.message());
      wrapped(INDENT, "fails with " + words, Style.RED);
    } else if (blocks(statement) && statement.lockTimeout().equals("0")) {
      label("lock_timeout", "not set", Style.YELLOW);
    }
    for (String difference : statement.differences()) {
      wrapped(INDENT, "differs: " + Printable.oneLine(difference), Style.RED);
    }
  }

  private static boolean blocks(TracedStatement statement) {
    return statement.locks().stream()
        .anyMatch(lock -> lock.kind() == RelationKind.TABLE && lock.mode().blocksWrites());
  }

  private void lock(TracedLock lock) throws IOException {
    String mode = lock.mode().words();
    Style style = lock.mode().blocksReads()
        ? Style.RED
        : lock.mode().blocksWrites() ? Style.YELLOW : Style.DIM;
    String held = Quantity.time(lock.until().minus(lock.since()));
    String verified = lock.refused().isPresent() ? ", seen" : "";
    line(INDENT
        + paint(style, mode)
        + " ".repeat(Math.max(1, LABEL - mode.length()))
        + Printable.of(lock.relation().toString())
        + paint(Style.DIM, "  held " + held + ": " + LockWords.waits(lock.mode()) + verified));
  }

  private void holding(TracedStatement statement) throws IOException {
    if (!statement.holding().isEmpty()) {
      String locks = statement.holding().entrySet().stream()
          .map(each -> each.getValue().words() + " on " + each.getKey())
          .collect(Collectors.joining(", "));
      label("meanwhile held", locks, Style.YELLOW);
    }
  }

  private void effect(String name, Collection<?> relations) throws IOException {
    if (!relations.isEmpty()) {
      label(name, join(relations), Style.YELLOW);
    }
  }

  private static String join(Collection<?> names) {
    return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void label(String name, String value, Style style) throws IOException {
    String pad = " ".repeat(Math.max(1, LABEL - name.length()));
    List<String> lines =
        Wrap.lines(Printable.of(value), Math.max(20, options.width() - INDENT.length() - LABEL));
    line(INDENT + paint(style, name) + pad + lines.get(0));
    for (String more : lines.subList(1, lines.size())) {
      line(INDENT + " ".repeat(LABEL) + more);
    }
  }

  private void end() throws IOException {
    for (TraceAlarm alarm : trace.alarms()) {
      String place = alarm.path() + ":" + alarm.line();
      wrapped("", "alarm: " + Printable.oneLine(place + ": " + alarm.message()), Style.RED);
    }
    if (trace.failure().isPresent()) {
      failure(trace.failure().get());
    }
    longest().ifPresent(this::longestLock);
    int statements = trace.statements().size();
    int disagreements = trace.disagreements();
    String agreement = disagreements == 0
        ? "server and linter agree on all"
        : "server and linter differ on " + disagreements;
    line(Quantity.count(trace.migrations().size(), "migration")
        + ", "
        + Quantity.count(statements, "statement")
        + ", PostgreSQL "
        + trace.server()
        + ", "
        + trace.options().rows()
        + " rows: "
        + agreement
        + ".");
  }

  private void failure(TraceFailure failure) throws IOException {
    String history = trace.historyFailure().isPresent() ? "history cannot be set up: " : "failed: ";
    String place = failure.path() + ":" + failure.position().line();
    wrapped(
        "",
        history
            + Printable.oneLine(place + ": " + failure.what() + ": " + failure.sqlState() + " "
                + failure.message()),
        Style.RED);
    int notRun = trace.migrations().stream().mapToInt(TracedMigration::notRun).sum();
    if (notRun > 0 || !trace.notRun().isEmpty()) {
      wrapped(
          "",
          "not run because of that: "
              + Quantity.count(notRun, "statement")
              + " of this migration, "
              + Quantity.count(trace.notRun().size(), "more migration"),
          Style.YELLOW);
    }
  }

  /** The lock that kept the most people waiting for the longest. */
  private Optional<TracedLock> longest() {
    return trace.statements().stream()
        .flatMap(statement -> statement.locks().stream())
        .filter(lock -> lock.kind() == RelationKind.TABLE)
        .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
        .max(Comparator.comparing(lock -> lock.until().minus(lock.since())));
  }

  private void longestLock(TracedLock lock) {
    try {
      wrapped(
          "",
          "nobody could read " + Printable.of(lock.relation().toString()) + " for "
              + Quantity.time(lock.until().minus(lock.since())),
          Style.DIM);
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  private void wrapped(String indent, String words, Style style) throws IOException {
    for (String part : Wrap.lines(words, options.width() - indent.length())) {
      line(indent + paint(style, part));
    }
  }

  private String paint(Style style, String text) {
    return style.apply(text, options.colour());
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
