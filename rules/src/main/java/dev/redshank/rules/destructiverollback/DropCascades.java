package dev.redshank.rules.destructiverollback;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags a drop that takes along what the migration does not name. */
public final class DropCascades implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("drop-cascades"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.WARNING,
          "CASCADE drops what the migration does not name")
      .alsoIn(FailureMode.RENAME_IN_ROLLING_DEPLOY)
      .about(DropObjects.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    if (step.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    return step.as(DropObjects.class).filter(DropObjects::cascade).stream()
        .flatMap(drop -> drop.names().stream()
            .flatMap(
                name -> taken(step, drop, name).map(taken -> describe(drop, name, taken)).stream()))
        .toList();
  }

  /** What goes along, in words; empty where that is nothing, as far as the migrations tell. */
  private static Optional<Taken> taken(StatementStep step, DropObjects drop, ObjectName name) {
    return switch (drop.target()) {
      case TABLE -> step.before().isOld(name) ? fromTable(step, drop, name) : Optional.empty();
      case VIEW, MATERIALIZED_VIEW ->
        step.before().isOld(name) ? fromView(step, drop, name) : Optional.empty();
      case TYPE, DOMAIN -> fromType(step, drop, name);
      case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
        isMissing(step, drop, name)
            ? Optional.empty()
            : Optional.of(Taken.unnamed("every trigger, default, index and view that uses it"));
      case EXTENSION -> Optional.of(Taken.unnamed("every column, index and function that uses it"));
      case SEQUENCE -> Optional.of(Taken.unnamed("every default that uses it"));
      default -> Optional.empty();
    };
  }

  /** What IF EXISTS looks for in vain, as far as the migrations tell. */
  private static boolean isMissing(StatementStep step, DropObjects drop, ObjectName name) {
    return drop.ifExists() && step.before().state().routines(name).isEmpty();
  }

  private static Optional<Taken> fromTable(StatementStep step, DropObjects drop, ObjectName name) {
    SchemaState state = step.before().state();
    RelationName table = step.resolve(name);
    List<RelationName> named = drop.names().stream().map(step::resolve).toList();
    List<String> objects = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    for (RelationName view : state.dependents(table)) {
      objects.add("view " + view);
      drops.add("DROP VIEW %s;".formatted(view));
    }
    for (SchemaState.Reference key : state.referencesTo(table)) {
      if (!named.contains(key.table())) {
        objects.add("foreign key %s of %s".formatted(key.constraint().name(), key.table()));
        drops.add("ALTER TABLE %s DROP CONSTRAINT %s;"
            .formatted(key.table(), key.constraint().name()));
      }
    }
    return objects.isEmpty() ? Optional.empty() : Optional.of(new Taken(objects, drops));
  }

  private static Optional<Taken> fromView(StatementStep step, DropObjects drop, ObjectName name) {
    List<RelationName> views = step.before().state().dependents(step.resolve(name));
    if (views.isEmpty()) {
      boolean known = step.before().relation(name).isPresent();
      return known || drop.ifExists()
          ? Optional.empty()
          : Optional.of(Taken.unnamed("every view that reads it"));
    }
    return Optional.of(new Taken(
        views.stream().map(view -> "view " + view).toList(),
        views.stream().map("DROP VIEW %s;"::formatted).toList()));
  }

  private static Optional<Taken> fromType(StatementStep step, DropObjects drop, ObjectName name) {
    List<String> tables = step.impact().locks().stream()
        .map(TableLock::relation)
        .map(table -> "the columns of that type in " + table)
        .distinct()
        .toList();
    if (!tables.isEmpty()) {
      return Optional.of(new Taken(tables, List.of()));
    }
    Optional<UserType> type = step.before().state().type(name);
    boolean known = type.flatMap(UserType::madeAt).isPresent();
    return known || drop.ifExists()
        ? Optional.empty()
        : Optional.of(Taken.unnamed("every column of that type"));
  }

  private static Finding describe(DropObjects drop, ObjectName name, Taken taken) {
    String message = "CASCADE also drops %s, and no rollback brings that back."
        .formatted(String.join(", ", taken.objects()));
    List<String> recipe = new ArrayList<>();
    recipe.add("-- without CASCADE this fails where something depends on it, and says what;");
    recipe.add("-- name what is to go:");
    recipe.addAll(taken.drops());
    recipe.add("DROP %s %s;".formatted(drop.target().words(), name));
    boolean columns = drop.target() == ObjectKind.TYPE || drop.target() == ObjectKind.DOMAIN;
    return INFO.finding(name.span(), message)
        .withSeverity(columns ? Severity.ERROR : Severity.WARNING)
        .withRecipe(recipe);
  }

  /** What goes along and how it is dropped by name. */
  private record Taken(List<String> objects, List<String> drops) {
    Taken {
      objects = List.copyOf(objects);
      drops = List.copyOf(drops);
    }

    static Taken unnamed(String objects) {
      return new Taken(List.of(objects), List.of());
    }
  }
}
