package dev.redshank.core.schema;

import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Adds constraints to tables, under the names that PostgreSQL would choose. */
final class ConstraintMaking {
  private final Draft draft;
  private final IndexMaking indexes;

  /** Whether the tables below are left as they are. */
  private final boolean only;

  ConstraintMaking(Draft draft, IndexMaking indexes) {
    this(draft, indexes, false);
  }

  ConstraintMaking(Draft draft, IndexMaking indexes, boolean only) {
    this.draft = draft;
    this.indexes = indexes;
    this.only = only;
  }

  /** The last part of the name that an unnamed constraint gets. */
  static String label(Constraint constraint) {
    if (constraint instanceof Constraint.PrimaryKey) {
      return "pkey";
    }
    if (constraint instanceof Constraint.Unique) {
      return "key";
    }
    if (constraint instanceof Constraint.Exclusion) {
      return "excl";
    }
    return constraint instanceof Constraint.ForeignKey ? "fkey" : "check";
  }

  /**
   * Adds the constraints that are written with a table or column, in PostgreSQL's order: checks, the primary key, other indexes,
   * foreign keys. A table that is being made is empty, so they are all valid from the start.
   */
  void addAll(RelationName table, List<Constraint> constraints, boolean creating) {
    List<Constraint> ordered = new ArrayList<>(constraints);
    ordered.sort(Comparator.<Constraint>comparingInt(ConstraintMaking::rank)
        .thenComparingInt(constraint -> constraint.span().start()));
    for (Constraint constraint : ordered) {
      if (!repeats(constraint, ordered)) {
        add(table, constraint, creating);
      }
    }
  }

  /** A UNIQUE without a name on a key that an earlier constraint of the statement has makes no second index. */
  private static boolean repeats(Constraint constraint, List<Constraint> all) {
    if (!(constraint instanceof Constraint.Unique)
        || constraint.name().isPresent()
        || constraint.columns().isEmpty()) {
      return false;
    }
    for (Constraint earlier : all.subList(0, all.indexOf(constraint))) {
      boolean key =
          earlier instanceof Constraint.PrimaryKey || earlier instanceof Constraint.Unique;
      if (key
          && earlier.columns().equals(constraint.columns())
          && earlier.traits().equals(constraint.traits())) {
        return true;
      }
    }
    return false;
  }

  private static int rank(Constraint constraint) {
    if (constraint instanceof Constraint.Check) {
      return 0;
    }
    if (constraint instanceof Constraint.NotNull) {
      return 1;
    }
    if (constraint instanceof Constraint.PrimaryKey) {
      return 2;
    }
    return constraint instanceof Constraint.ForeignKey ? 4 : 3;
  }

  /** Adds a constraint; one whose name the table has already is refused. */
  void add(RelationName table, Constraint constraint, boolean creating) {
    Optional<Relation> found = draft.relations.get(table);
    if (found.isEmpty()) {
      return;
    }
    Optional<String> written = constraint.name().map(Identifier::name).map(Clipping::clip);
    if (written.isPresent() && found.get().constraints().containsKey(written.get())) {
      return;
    }
    if (constraint instanceof Constraint.Check check) {
      addCheck(found.get(), check, written, creating);
    } else if (constraint instanceof Constraint.NotNull notNull) {
      addNotNull(found.get(), notNull, written, creating);
    } else if (constraint instanceof Constraint.ForeignKey key) {
      addForeignKey(found.get(), key, written, creating);
    } else {
      addKey(found.get(), constraint, written);
    }
  }

  private void addCheck(
      Relation table, Constraint.Check check, Optional<String> written, boolean creating) {
    List<String> columns = ExpressionNames.columns(check.condition(), table);
    String only = columns.size() == 1 ? columns.get(0) : "";
    String name = written.orElseGet(() -> choose(table.name(), only, "check"));
    TableConstraint constraint = new TableConstraint(
        name,
        check,
        isValid(check, creating),
        draft.era,
        draft.era,
        Optional.empty(),
        draft.place(check.span()),
        columns,
        List.of(),
        ExpressionNames.refusedNulls(check.condition()));
    attach(table.name(), constraint);
    if (!check.traits().noInherit()) {
      inherit(table, constraint);
    }
  }

  private void inherit(Relation table, TableConstraint constraint) {
    for (RelationName child : below(table)) {
      draft.relations.get(child).ifPresent(relation -> {
        if (relation.constraint(constraint.name()).isEmpty()) {
          attach(child, constraint);
        }
        inherit(relation, constraint);
      });
    }
  }

  /** The tables that a change of this one reaches, unless it says ONLY. */
  static List<RelationName> children(Relation table) {
    List<RelationName> children = new ArrayList<>(table.partitions());
    children.addAll(table.inheritedBy());
    return children;
  }

  private List<RelationName> below(Relation table) {
    return only ? List.of() : children(table);
  }

  private void addNotNull(
      Relation table, Constraint.NotNull notNull, Optional<String> written, boolean creating) {
    for (Identifier column : notNull.columns()) {
      boolean valid = isValid(notNull, creating);
      if (valid) {
        setNotNull(table.name(), column.name(), written);
      } else {
        String name = written.orElseGet(() -> choose(table.name(), column.name(), "not_null"));
        attach(
            table.name(),
            new TableConstraint(
                name,
                notNull,
                false,
                draft.era,
                draft.era,
                Optional.empty(),
                draft.place(notNull.span()),
                List.of(column.name()),
                List.of(),
                List.of(column.name())));
      }
    }
  }

  /** Makes a column NOT NULL, in the tables below it too. */
  void setNotNull(RelationName table, String column, Optional<String> constraint) {
    Optional<Relation> found = draft.relations.get(table);
    if (found.isEmpty()) {
      return;
    }
    Optional<Column> known = found.get().column(column);
    String name = constraint.orElseGet(() -> pendingNotNull(found.get(), column));
    if (known.isPresent() && !known.get().notNull()) {
      draft.update(table, relation -> relation.with(known.get().notNull(name)));
      draft.takeConstraintName(table, name);
    } else if (known.isEmpty() && !found.get().shapeKnown()) {
      draft.update(
          table, relation -> relation.with(unknown(column, Optional.empty()).notNull(name)));
      draft.takeConstraintName(table, name);
    }
    below(found.get()).forEach(child -> setNotNull(child, column, Optional.of(name)));
  }

  /** A column of which only the name is known; without a place it is older than the migrations. */
  Column unknown(String name, Optional<Place> madeAt) {
    return new Column(
        name,
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        false,
        draft.era,
        madeAt,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** SET NOT NULL on a column with a NOT NULL constraint that is not valid yet validates that one. */
  private String pendingNotNull(Relation table, String column) {
    for (TableConstraint constraint : table.constraints().values()) {
      if (constraint.definition() instanceof Constraint.NotNull
          && constraint.columns().contains(column)) {
        draft.update(
            table.name(),
            relation -> relation.withConstraints(relation.constraints().minus(constraint.name())));
        draft.freeConstraintName(table.name(), constraint.name());
        return constraint.name();
      }
    }
    return choose(table.name(), column, "not_null");
  }

  private void addKey(Relation table, Constraint key, Optional<String> written) {
    Optional<Index> existing = usingIndex(key)
        .flatMap(name -> draft.indexes.get(new RelationName(table.name().schema(), name.name())));
    if (usingIndex(key).isPresent() && existing.isEmpty()) {
      addOverUnknownIndex(table, key, written);
      return;
    }
    List<String> columns = existing
        .map(Index::columns)
        .orElseGet(() -> key.columns().stream().map(Identifier::name).toList());
    String name = written
        .or(() -> existing.map(index -> index.name().name()))
        .orElseGet(() -> indexes.automaticName(table.name(), columns, label(key)));
    RelationName index = new RelationName(table.name().schema(), name);
    if (existing.isEmpty() && draft.isTaken(index)) {
      return;
    }
    TableConstraint constraint = keyed(key, name, columns);
    attach(table.name(), constraint);
    if (existing.isPresent()) {
      new Linking(draft).renameIndex(existing.get().name(), index);
      draft.updateIndex(index, known -> known.forConstraint(Optional.of(name)));
    } else {
      Index own = indexes.forConstraint(table.name(), constraint);
      indexes.add(only && !table.partitions().isEmpty() ? own.attached(0, true) : own);
    }
    if (constraint.isPrimaryKey()) {
      columns.forEach(column -> setNotNull(table.name(), column, Optional.empty()));
    }
    if (!only) {
      draft.indexes.get(index).ifPresent(indexes::spread);
    }
  }

  /** USING INDEX of an index that is older than the migrations: its columns are not known. */
  private void addOverUnknownIndex(Relation table, Constraint key, Optional<String> written) {
    String name = written.or(() -> usingIndex(key).map(Identifier::name)).orElse("");
    attach(table.name(), keyed(key, name, List.of()));
  }

  private TableConstraint keyed(Constraint key, String name, List<String> columns) {
    return new TableConstraint(
        name,
        key,
        true,
        draft.era,
        draft.era,
        Optional.empty(),
        draft.place(key.span()),
        columns,
        List.of(),
        List.of());
  }

  private static Optional<Identifier> usingIndex(Constraint key) {
    if (key instanceof Constraint.PrimaryKey primary) {
      return primary.usingIndex();
    }
    return key instanceof Constraint.Unique unique ? unique.usingIndex() : Optional.empty();
  }

  private void addForeignKey(
      Relation table, Constraint.ForeignKey key, Optional<String> written, boolean creating) {
    RelationName referenced =
        draft.relationOrGlimpse(key.referenced(), RelationKind.TABLE).name();
    List<String> columns = key.columns().stream().map(Identifier::name).toList();
    String name =
        written.orElseGet(() -> choose(table.name(), AutomaticNames.joined(columns), "fkey"));
    TableConstraint constraint = new TableConstraint(
        name,
        key,
        isValid(key, creating),
        draft.era,
        draft.era,
        Optional.of(referenced),
        draft.place(key.span()),
        columns,
        referencedColumns(key, referenced),
        List.of());
    reference(table.name(), constraint);
  }

  private List<String> referencedColumns(Constraint.ForeignKey key, RelationName referenced) {
    if (!key.referencedColumns().isEmpty()) {
      return key.referencedColumns().stream().map(Identifier::name).toList();
    }
    return draft
        .relations
        .get(referenced)
        .flatMap(Relation::primaryKey)
        .map(TableConstraint::columns)
        .orElse(List.of());
  }

  /**
   * Adds a foreign key to a table and its partitions, and notes it at the other end. A partition that brings an equal valid key
   * has its part already.
   */
  void reference(RelationName table, TableConstraint constraint) {
    RelationName referenced = constraint.references().orElseThrow();
    attach(table, constraint);
    draft.update(
        referenced,
        other ->
            other.linked(links -> links.withReferencedBy(links.referencedBy().plus(table))));
    for (RelationName partition : draft
        .relations
        .get(table)
        .map(Relation::partitions)
        .orElse(org.pcollections.OrderedPSet.empty())) {
      if (!bringsValid(table, partition, constraint)) {
        reference(partition, constraint);
      }
    }
  }

  /**
   * Whether a table that is, or becomes, a partition has a valid foreign key of its own that can be the part of this one. What is
   * equal to an earlier key of the parent is a part of that.
   */
  boolean bringsValid(RelationName parent, RelationName partition, TableConstraint constraint) {
    boolean first = draft
        .relations
        .get(parent)
        .flatMap(relation -> relation.equalForeignKey(constraint))
        .map(equal -> equal.name().equals(constraint.name()))
        .orElse(true);
    return first
        && draft
            .relations
            .get(partition)
            .flatMap(relation -> relation.equalForeignKey(constraint))
            .filter(TableConstraint::validated)
            .isPresent();
  }

  private void attach(RelationName table, TableConstraint constraint) {
    draft.update(table, relation -> relation.with(constraint));
    draft.takeConstraintName(table, constraint.name());
  }

  private String choose(RelationName table, String columns, String label) {
    Predicate<String> taken = name -> draft.isConstraintNameTaken(table, name);
    return AutomaticNames.choose(table.name(), columns, label, taken);
  }

  private static boolean isValid(Constraint constraint, boolean creating) {
    return !constraint.traits().notEnforced()
        && (creating || !constraint.traits().notValid());
  }
}
