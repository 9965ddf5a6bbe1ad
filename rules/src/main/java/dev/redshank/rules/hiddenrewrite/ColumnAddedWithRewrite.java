package dev.redshank.rules.hiddenrewrite;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.TypeName;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags a column whose kind, not its default, makes PostgreSQL write the whole table anew. */
public final class ColumnAddedWithRewrite implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("column-added-with-rewrite"),
          FailureMode.HIDDEN_REWRITE,
          Severity.ERROR,
          "Serial, identity, generated or domain column rewrites the table")
      .alsoIn(FailureMode.BACKFILL_WAL_FLOOD)
      .altering(AddColumn.class)
      .covers("adding-field-with-default");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return AddedColumn.in(step)
        .filter(AddedColumn::rewritesWithoutDefault)
        .map(ColumnAddedWithRewrite::describe)
        .toList();
  }

  private static Finding describe(AddedColumn added) {
    List<Uncertainty> doubts = added.doubts();
    Kind kind = Kind.of(added.definition());
    String message = "%s, so %s and its indexes are rewritten while nobody can read or write it."
        .formatted(kind.reason(), added.table());
    return INFO.finding(kind.span(), Wording.with(message, doubts))
        .withLocks(added.step().blockingLocks())
        .withUncertain(doubts)
        .withRecipe(kind.recipe(added));
  }

  /**
   * What makes the column write every row.
   *
   * @param sequence whether its values come from a sequence
   */
  private record Kind(String reason, Span span, boolean sequence) {
    static Kind of(ColumnDefinition column) {
      if (column.identity().isPresent()) {
        return new Kind(
            "An identity column numbers every row", column.identity().get().span(), true);
      }
      if (column.generated().isPresent()) {
        String reason = "A stored generated column is computed for every row";
        return new Kind(reason, column.generated().get().span(), false);
      }
      Span type = column.type().map(TypeName::span).orElse(column.span());
      return column.type().map(TypeName::isSerial).orElse(false)
          ? new Kind("serial numbers every row", type, true)
          : new Kind("The constraints of this domain are checked on every row", type, false);
    }

    List<String> recipe(AddedColumn added) {
      if (sequence) {
        return numbered(added);
      }
      return added.definition().generated().isPresent() ? computed(added) : unconstrained(added);
    }

    private static List<String> numbered(AddedColumn added) {
      String column = added.definition().name().toString();
      String sequence =
          Wording.named(added.table().name(), added.definition().name().name(), "seq");
      List<String> lines = new ArrayList<>();
      lines.add("CREATE SEQUENCE %s;".formatted(sequence));
      lines.add("ALTER TABLE %s ADD COLUMN %s bigint;".formatted(added.table(), column));
      lines.add("ALTER TABLE %s ALTER COLUMN %s SET DEFAULT nextval('%s');"
          .formatted(added.table(), column, sequence));
      lines.addAll(added.backfill("nextval('%s')".formatted(sequence)));
      return lines;
    }

    private static List<String> computed(AddedColumn added) {
      ColumnDefinition column = added.definition();
      String expression = column
          .generated()
          .map(ColumnDefinition.Generated::expression)
          .map(Object::toString)
          .orElse("");
      String type = column.type().map(Object::toString).orElse("");
      List<String> lines = new ArrayList<>();
      if (added.step().postgres().atLeast(18)) {
        lines.add("-- computed when it is read, nothing is written:");
        lines.add("ALTER TABLE %s ADD COLUMN %s %s GENERATED ALWAYS AS (%s) VIRTUAL;"
            .formatted(added.table(), column.name(), type, expression));
        lines.add("-- or stored, step by step:");
      }
      lines.add("ALTER TABLE %s ADD COLUMN %s %s;".formatted(added.table(), column.name(), type));
      lines.add("-- a BEFORE INSERT OR UPDATE trigger sets it for new rows; then the old ones:");
      lines.addAll(added.backfill(expression));
      return lines;
    }

    private static List<String> unconstrained(AddedColumn added) {
      String column = added.definition().name().toString();
      String check =
          Wording.named(added.table().name(), added.definition().name().name(), "check");
      return List.of(
          "-- the type that the domain is made of, and its conditions as a CHECK:",
          "ALTER TABLE %s ADD COLUMN %s %s;".formatted(added.table(), column, added.baseType()),
          "ALTER TABLE %s ADD CONSTRAINT %s CHECK (…) NOT VALID;".formatted(added.table(), check),
          "-- in a later transaction",
          "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(added.table(), check));
    }
  }
}
