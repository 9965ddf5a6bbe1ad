package dev.redshank.rules.backfillwalflood;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Persistence;
import dev.redshank.core.statement.Query;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags rows of a whole table that are written a second time in one transaction. */
public final class TableCopied implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("table-copied"),
          FailureMode.BACKFILL_WAL_FLOOD,
          Severity.WARNING,
          "Whole table copied in one transaction")
      .about(CreateTableAs.class, Insert.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    Optional<Copying> made = step.as(CreateTableAs.class)
        .filter(table -> table.withData() && table.persistence() == Persistence.PERMANENT)
        .map(table -> new Copying(table.name(), table.query()));
    Optional<Copying> filled = step.as(Insert.class)
        .filter(insert -> insert.source() == Insert.InsertSource.QUERY)
        .filter(insert -> isLogged(step, insert.table()))
        .map(insert -> new Copying(insert.table(), insert.query()));
    return made
        .or(() -> filled)
        .filter(copying -> !copying.query().isBounded())
        .flatMap(copying -> source(step, copying).map(table -> describe(step, copying, table)))
        .stream()
        .toList();
  }

  /** Rows of temporary and unlogged tables reach neither the log nor a replica. */
  private static boolean isLogged(StatementStep step, ObjectName table) {
    return step.before()
        .relation(table)
        .map(relation -> relation.persistence() == Persistence.PERMANENT)
        .orElse(true);
  }

  /** The first table in use that it reads. */
  private static Optional<ObjectName> source(StatementStep step, Copying copying) {
    return copying.query().reads().stream()
        .filter(table -> step.before().mayHoldRows(table))
        .filter(table -> step.before().relation(table).map(Relation::storesRows).orElse(true))
        .findFirst();
  }

  private static Finding describe(StatementStep step, Copying copying, ObjectName from) {
    List<Uncertainty> doubts = step.doubtsAbout(from);
    boolean grouped = copying.query().isGrouped();
    String words = grouped
        ? "All of %s is read, and a row for each group of its rows is written to %s, in one transaction: WAL grows with the groups."
        : "Up to as many rows as %s has are written to %s in one transaction: WAL grows with the table, and replicas fall behind.";
    String message = words.formatted(from, copying.to());
    return INFO.finding(from.span(), Wording.with(message, doubts))
        .withSeverity(grouped ? Severity.NOTE : Severity.WARNING)
        .withUncertain(doubts)
        .withRecipe(List.of(
            "-- the empty table first; a trigger or the application writes new rows to both",
            "CREATE TABLE %s (…);".formatted(copying.to()),
            "-- then old rows, some thousand at a time, each batch committed before the next",
            "INSERT INTO %s SELECT … FROM %s WHERE id > :last ORDER BY id LIMIT 5000 ON CONFLICT DO NOTHING;"
                .formatted(copying.to(), from)));
  }

  /** Where rows go and where they come from. */
  private record Copying(ObjectName to, Query query) {}
}
