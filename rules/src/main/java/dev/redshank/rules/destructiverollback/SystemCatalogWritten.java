package dev.redshank.rules.destructiverollback;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Flags rows of PostgreSQL's own catalogs that are changed by hand. */
public final class SystemCatalogWritten implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("system-catalog-written"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.ERROR,
          "System catalog changed by hand")
      .about(Update.class, Insert.class, Delete.class, Merge.class);

  /** Views that are there to be written to. */
  private static final Set<String> MEANT_FOR_WRITING = Set.of("pg_settings");

  private static final Map<String, String> INSTEAD = Map.of(
      "pg_attribute",
      "ALTER TABLE … ALTER COLUMN …;",
      "pg_class",
      "ALTER TABLE … ;",
      "pg_constraint",
      "ALTER TABLE … VALIDATE CONSTRAINT …;",
      "pg_enum",
      "ALTER TYPE … ADD VALUE …; -- or RENAME VALUE",
      "pg_index",
      "REINDEX INDEX CONCURRENTLY …;",
      "pg_trigger",
      "ALTER TABLE … DISABLE TRIGGER …;");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    Optional<ObjectName> target = step.as(Update.class)
        .map(Update::table)
        .or(() -> step.as(Insert.class).map(Insert::table))
        .or(() -> step.as(Delete.class).map(Delete::table))
        .or(() -> step.as(Merge.class).map(Merge::table));
    return target
        .filter(table -> isCatalog(step, table))
        .map(SystemCatalogWritten::describe)
        .stream()
        .toList();
  }

  /** PostgreSQL looks into pg_catalog before any other schema. */
  private static boolean isCatalog(StatementStep step, ObjectName table) {
    boolean own = table.schema().isEmpty()
        && table.name().startsWith("pg_")
        && step.before().relation(table).isEmpty();
    boolean named = table.schema().equals(Optional.of("pg_catalog"));
    return (own || named) && !MEANT_FOR_WRITING.contains(table.name());
  }

  private static Finding describe(ObjectName table) {
    String message =
        "%s is PostgreSQL's own: what depends on the change is not told, nothing checks it, and a wrong row can make tables unreadable."
            .formatted(table);
    String instead = INSTEAD.getOrDefault(
        table.name(), "-- the ALTER, CREATE or DROP that changes it in the right order");
    return INFO.finding(table.span(), message)
        .withRecipe(
            List.of("-- the command for it takes the locks and tells the others:", instead));
  }
}
