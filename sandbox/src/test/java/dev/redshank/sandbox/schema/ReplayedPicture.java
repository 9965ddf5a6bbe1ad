package dev.redshank.sandbox.schema;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.Column;
import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.AlterAction.ReplicaIdentity;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.TypeName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A {@link SchemaState} in the words of {@link ServerPicture}. */
final class ReplayedPicture {
  private final SchemaState state;
  private final PgVersion postgres;
  private final Set<String> lines = new TreeSet<>();

  private ReplayedPicture(SchemaState state, PgVersion postgres) {
    this.state = state;
    this.postgres = postgres;
  }

  static Set<String> of(SchemaState state, PgVersion postgres) {
    ReplayedPicture picture = new ReplayedPicture(state, postgres);
    state.relations().forEach(picture::relation);
    state.types().forEach(picture::type);
    return picture.lines;
  }

  /** Whether a server's line says something that the replay does not claim to know: the columns of a query. */
  static boolean isClaimed(String line, SchemaState state) {
    return state.relations().stream()
        .filter(relation -> !relation.shapeKnown())
        .noneMatch(relation -> line.startsWith("column " + full(relation.name()) + "."));
  }

  private void relation(Relation relation) {
    String part =
        relation.partitionOf().map(parent -> " part of " + full(parent)).orElse("");
    String security = relation.rowSecurity() ? " row security" : "";
    String identity = relation.replicaIdentity() == ReplicaIdentity.DEFAULT
        ? ""
        : " " + relation.replicaIdentity();
    lines.add("relation " + full(relation.name()) + " " + relation.kind() + " "
        + (relation.kind() == RelationKind.SEQUENCE ? "" : relation.persistence()) + part + security
        + identity);
    boolean table =
        relation.kind() == RelationKind.TABLE || relation.kind() == RelationKind.PARTITIONED_TABLE;
    if (table && relation.shapeKnown()) {
      relation.columns().values().forEach(column -> column(relation, column));
      relation.constraints().values().forEach(constraint -> constraint(relation, constraint));
    }
    relation.indexes().forEach(name -> index(state.index(name).orElseThrow()));
  }

  private void column(Relation table, Column column) {
    String pending = postgres.atLeast(18)
            && table.constraints().values().stream()
                .anyMatch(other -> other.definition() instanceof Constraint.NotNull
                    && other.columns().contains(column.name()))
        ? " NOT NULL"
        : "";
    // Partitions share the identity of their table from 17 on.
    boolean identity =
        column.identity() && (postgres.atLeast(17) || table.partitionOf().isEmpty());
    lines.add("column "
        + full(table.name())
        + "."
        + column.name()
        + " "
        + column.type().map(ReplayedPicture::type).orElse("?")
        + (column.notNull() ? " NOT NULL" : pending)
        + (column.generatedStored() ? " stored" : "")
        + (identity ? " identity" : "")
        + (column.hasDefault() && (identity || !column.identity()) ? " default" : ""));
    if (postgres.atLeast(18)) {
      column
          .notNullName()
          .ifPresent(name -> lines.add("constraint " + full(table.name()) + " " + name
              + " NotNull (" + column.name() + ")"));
    }
  }

  private static String type(TypeName type) {
    String modifiers =
        type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
    return type.name().name() + modifiers + (type.dimensions() > 0 ? "[]" : "");
  }

  private void constraint(Relation table, TableConstraint constraint) {
    boolean check = constraint.definition() instanceof Constraint.Check;
    List<String> columns =
        check ? constraint.columns().stream().sorted().toList() : constraint.columns();
    lines.add("constraint "
        + full(table.name())
        + " "
        + constraint.name()
        + " "
        + constraint.definition().getClass().getSimpleName()
        + (constraint.validated() ? "" : " not valid")
        + constraint.references().map(referenced -> " -> " + full(referenced)).orElse("")
        + (constraint.definition() instanceof Constraint.Exclusion
            ? ""
            : " (" + String.join(",", columns) + ")")
        + (constraint.references().isPresent()
            ? " (" + String.join(",", constraint.referencedColumns()) + ")"
            : ""));
  }

  private void index(Index index) {
    boolean exclusion = index
        .constraint()
        .flatMap(name -> state.relation(index.table()).flatMap(table -> table.constraint(name)))
        .filter(constraint -> constraint.definition() instanceof Constraint.Exclusion)
        .isPresent();
    lines.add("index "
        + full(index.name())
        + " on "
        + full(index.table())
        + (index.unique() ? " unique" : "")
        + (index.partial() ? " partial" : "")
        + (isInvalid(index) ? " invalid" : "")
        + index.partitionOf().map(whole -> " part of " + whole.name()).orElse("")
        + (exclusion ? "" : " (" + String.join(",", index.columns()) + ")"));
  }

  /** CONCURRENTLY IF NOT EXISTS may find an invalid index of that name; in these histories it never does. */
  private boolean isInvalid(Index index) {
    return index.maybeInvalid()
        && state
            .relation(index.table())
            .filter(table -> table.kind() == RelationKind.PARTITIONED_TABLE)
            .isPresent();
  }

  private void type(UserType type) {
    String labels = " " + String.join(",", new TreeSet<>(type.labels().keySet()));
    StringBuilder line = new StringBuilder("type " + full(type.name()) + " " + type.form());
    line.append(type.form() == UserType.Form.ENUM ? labels : "")
        .append(type.notNull() ? " NOT NULL" : "");
    type.constraints().values().stream()
        .map(constraint -> " " + constraint.name() + (constraint.validated() ? "" : " not valid"))
        .sorted()
        .forEach(line::append);
    lines.add(line.toString());
  }

  private static String full(RelationName name) {
    return name.schema() + "." + name.name();
  }
}
