package dev.redshank.core.schema;

import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.CreateTable.Like;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.PartitionBound;
import dev.redshank.core.statement.Persistence;
import dev.redshank.core.statement.TypeName;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Makes tables with their columns, and adds columns to them. */
final class TableMaking {
  private static final Map<String, String> SERIALS =
      Map.of("serial2", "int2", "serial4", "int4", "serial8", "int8");

  private final Draft draft;
  private final ConstraintMaking constraints;
  private final IndexMaking indexes;

  TableMaking(Draft draft, ConstraintMaking constraints, IndexMaking indexes) {
    this.draft = draft;
    this.constraints = constraints;
    this.indexes = indexes;
  }

  void create(CreateTable statement) {
    RelationName name = draft.made(statement.name(), statement.persistence());
    Place place = draft.place(statement.span());
    if (!begin(name, kind(statement), statement.persistence(), statement.ifNotExists(), place)) {
      return;
    }
    statement.inherits().forEach(parent -> inherit(name, parent, place));
    statement.partitionOf().ifPresent(partition -> partitionOf(name, partition, place));
    List<String> key = statement.partitionKey().stream().map(Identifier::name).toList();
    if (!key.isEmpty()) {
      draft.update(name, relation -> relation.linked(links -> links.withPartitionKey(key)));
    }
    boolean shaped = statement
        .ofType()
        .map(type -> new Types(draft).shape(name, type, place))
        .orElse(true);
    if (!shaped) {
      draft.update(name, Relation::ofUnknownShape);
    }
    addElements(name, statement, place);
    constraints.addAll(name, statement.allConstraints(), true);
    statement.likes().forEach(like -> copyConstraints(name, like, place));
    statement
        .partitionOf()
        .ifPresent(partition -> finishPartition(name, draft.resolve(partition.parent())));
  }

  private static RelationKind kind(CreateTable statement) {
    if (statement.partitioned()) {
      return RelationKind.PARTITIONED_TABLE;
    }
    return statement.foreign() ? RelationKind.FOREIGN_TABLE : RelationKind.TABLE;
  }

  /** Puts an empty relation, unless one is there; that of a table which was only named before is replaced. */
  boolean begin(
      RelationName name,
      RelationKind kind,
      Persistence persistence,
      boolean ifNotExists,
      Place place) {
    boolean exists =
        draft.relations.get(name).map(Relation::isMade).orElse(false) || draft.indexes.holds(name);
    if (exists || (ifNotExists && draft.isTaken(name))) {
      return false;
    }
    Relation made = Relation.made(name, kind, persistence, draft.era, place);
    draft.put(ifNotExists ? made.perhapsOlder() : made);
    return true;
  }

  /** Columns and LIKE clauses in written order. */
  private void addElements(RelationName table, CreateTable statement, Place place) {
    Map<Integer, Runnable> elements = new TreeMap<>();
    for (ColumnDefinition column : statement.columns()) {
      elements.put(column.span().start(), () -> addColumn(table, column));
    }
    for (Like like : statement.likes()) {
      elements.put(like.span().start(), () -> copyColumns(table, like, place));
    }
    elements.values().forEach(Runnable::run);
  }

  /** Adds a column of a table that is being made; one that is inherited is merged with it. */
  private void addColumn(RelationName table, ColumnDefinition definition) {
    putColumn(table, definition);
    finishColumn(table, definition);
  }

  /** Adds a column without its sequence and NOT NULL, which come to the tables below from the one above. */
  void putColumn(RelationName table, ColumnDefinition definition) {
    String name = Clipping.clip(definition.name().name());
    Optional<Column> inherited =
        draft.relations.get(table).flatMap(relation -> relation.column(name));
    Column column = inherited
        .map(known -> definition.defaultValue().isPresent()
            ? known.withDefault(definition.defaultValue())
            : known)
        .orElseGet(() -> column(definition, name));
    draft.update(table, relation -> relation.with(column));
  }

  /** Makes the sequence of a new column, and makes it NOT NULL, in the tables below too. */
  void finishColumn(RelationName table, ColumnDefinition definition) {
    String name = Clipping.clip(definition.name().name());
    boolean sequence = definition.type().map(TypeName::isSerial).orElse(false)
        || definition.identity().isPresent();
    if (sequence) {
      ownSequence(table, name, definition.span());
    }
    if (definition.notNull() || sequence) {
      Optional<Constraint.NotNull> written = definition.constraint(Constraint.NotNull.class);
      constraints.setNotNull(table, name, written.flatMap(Constraint::name).map(Identifier::name));
    }
  }

  private Column column(ColumnDefinition definition, String name) {
    return new Column(
        name,
        definition.type().map(TableMaking::stored),
        false,
        definition.defaultValue(),
        definition.generated().map(ColumnDefinition.Generated::stored).orElse(false),
        definition.identity().isPresent(),
        draft.era,
        Optional.of(draft.place(definition.span())),
        Optional.empty(),
        Optional.empty(),
        definition.type().map(TypeName::isSerial).orElse(false));
  }

  private static TypeName stored(TypeName type) {
    if (!type.isSerial()) {
      return type;
    }
    ObjectName name = new ObjectName(
        Optional.empty(),
        Objects.requireNonNull(SERIALS.get(type.name().name())),
        type.name().span());
    return new TypeName(name, List.of(), 0, type.span());
  }

  /** Makes the sequence of a serial or identity column. */
  void ownSequence(RelationName table, String column, Span span) {
    Optional<Relation> owner = draft.relations.get(table);
    String name = AutomaticNames.choose(
        table.name(),
        column,
        "seq",
        taken -> draft.isTaken(new RelationName(table.schema(), taken)));
    RelationName sequence = new RelationName(table.schema(), name);
    Persistence persistence = owner.map(Relation::persistence).orElse(Persistence.PERMANENT);
    draft.put(
        Relation.made(sequence, RelationKind.SEQUENCE, persistence, draft.era, draft.place(span)));
    draft.update(
        table,
        relation -> relation
            .column(column)
            .map(known -> relation.with(known.withSequence(Optional.of(sequence))))
            .orElse(relation));
  }

  private void inherit(RelationName child, ObjectName parent, Place place) {
    Relation table = draft.relationOrGlimpse(parent, RelationKind.TABLE);
    copyFromParent(child, table, place);
    draft.update(
        table.name(),
        relation ->
            relation.linked(links -> links.withInheritedBy(links.inheritedBy().plus(child))));
    draft.update(
        child,
        relation ->
            relation.linked(links -> links.withInherits(links.inherits().plus(table.name()))));
  }

  private void partitionOf(RelationName child, CreateTable.PartitionOf partition, Place place) {
    Relation table = draft.relationOrGlimpse(partition.parent(), RelationKind.PARTITIONED_TABLE);
    copyFromParent(child, table, place);
    linkPartition(table.name(), child, Optional.of(partition.bound()));
  }

  void linkPartition(RelationName parent, RelationName child, Optional<PartitionBound> bound) {
    draft.update(
        parent,
        relation ->
            relation.linked(links -> links.withPartitions(links.partitions().plus(child))));
    draft.update(
        child,
        relation -> relation.linked(links -> links.withPartitionOf(Optional.of(parent), bound)));
  }

  /** Columns, NOT NULL and checks come from the parent. */
  private void copyFromParent(RelationName child, Relation parent, Place place) {
    for (Column column : parent.columns().values()) {
      draft.update(
          child,
          relation -> relation.columns().containsKey(column.name())
              ? relation
              : relation.with(column.copied(draft.era, place, true, true)));
      column.notNullName().ifPresent(name -> draft.takeConstraintName(child, name));
    }
    for (TableConstraint constraint : parent.constraints().values()) {
      if (constraint.definition() instanceof Constraint.Check check
          && !check.traits().noInherit()) {
        copyConstraint(child, constraint, place);
      }
    }
    if (!parent.shapeKnown()) {
      draft.update(child, Relation::ofUnknownShape);
    }
  }

  private void copyConstraint(RelationName table, TableConstraint constraint, Place place) {
    boolean enforced = !constraint.definition().traits().notEnforced();
    draft.update(table, relation -> relation.with(constraint.copied(draft.era, place, enforced)));
    draft.takeConstraintName(table, constraint.name());
  }

  /** Indexes and foreign keys of a partitioned table come to every partition. */
  void finishPartition(RelationName child, RelationName parent) {
    Optional<Relation> table = draft.relations.get(parent);
    if (table.isEmpty()) {
      return;
    }
    table.get().columns().values().stream()
        .filter(Column::identity)
        .forEach(column -> shareIdentity(child, column.name(), true));
    draft.indexesOn(table.get()).forEach(index -> indexes.spread(index, child));
    table.get().constraints().values().stream()
        .filter(constraint -> constraint.references().isPresent())
        .filter(constraint -> !constraints.bringsValid(parent, child, constraint))
        .filter(constraint -> draft
            .relations
            .get(child)
            .flatMap(known -> known.constraint(constraint.name()))
            .isEmpty())
        .forEach(constraint -> constraints.reference(child, constraint));
  }

  /** From PostgreSQL 17 on partitions share the identity of their table; before, theirs have no default at all. */
  void shareIdentity(RelationName partition, String column, boolean shared) {
    draft.update(
        partition,
        relation -> relation
            .column(column)
            .map(known -> relation.with(known.withIdentity(shared, known.sequence())))
            .orElse(relation));
  }

  private void copyColumns(RelationName table, Like like, Place place) {
    Optional<Relation> source = draft.relation(like.table());
    if (source.isEmpty() || !source.get().shapeKnown()) {
      draft.update(table, Relation::ofUnknownShape);
    }
    if (source.isEmpty()) {
      return;
    }
    boolean defaults = includes(like, "DEFAULTS");
    boolean generated = includes(like, "GENERATED");
    for (Column column : source.get().columns().values()) {
      draft.update(
          table,
          relation -> relation.with(column.copied(
              draft.era, place, defaults || (generated && column.generatedStored()), generated)));
      column.notNullName().ifPresent(name -> draft.takeConstraintName(table, name));
      if (column.identity() && includes(like, "IDENTITY")) {
        draft.update(
            table,
            relation -> relation
                .column(column.name())
                .map(copied -> relation.with(copied.withIdentity(true, Optional.empty())))
                .orElse(relation));
        ownSequence(table, column.name(), like.span());
      }
    }
  }

  private void copyConstraints(RelationName table, Like like, Place place) {
    Optional<Relation> source = draft.relation(like.table());
    if (source.isEmpty()) {
      return;
    }
    if (includes(like, "CONSTRAINTS")) {
      source.get().constraints().values().stream()
          .filter(constraint -> constraint.definition() instanceof Constraint.Check)
          .forEach(constraint -> copyConstraint(table, constraint, place));
    }
    if (includes(like, "INDEXES")) {
      draft.indexesOn(source.get()).forEach(index -> copyIndex(table, index, source.get(), place));
    }
  }

  private void copyIndex(RelationName table, Index index, Relation source, Place place) {
    Optional<TableConstraint> constraint = index.constraint().flatMap(source::constraint);
    String label =
        constraint.map(TableConstraint::definition).map(ConstraintMaking::label).orElse("idx");
    String name = indexes.automaticName(table, index.form().keyNames(), label);
    constraint.ifPresent(original -> {
      draft.update(
          table, relation -> relation.with(original.named(name).copied(draft.era, place, true)));
      draft.takeConstraintName(table, name);
    });
    indexes.add(new Index(
        new RelationName(table.schema(), name),
        table,
        index.unique(),
        index.columns(),
        index.hasExpressions(),
        index.partial(),
        false,
        constraint.map(original -> name),
        draft.era,
        place,
        Optional.empty(),
        0,
        index.form()));
  }

  private static boolean includes(Like like, String option) {
    return like.including().contains("ALL") || like.including().contains(option);
  }

  void create(CreateTableAs statement) {
    RelationName name = draft.made(statement.name(), statement.persistence());
    Place place = draft.place(statement.span());
    if (begin(name, RelationKind.TABLE, statement.persistence(), statement.ifNotExists(), place)) {
      ofQuery(name, statement.columns(), place);
    }
  }

  /** Columns of a query: their names where they are listed, never their types. */
  void ofQuery(RelationName name, List<Identifier> columns, Place place) {
    for (Identifier column : columns) {
      String clipped = Clipping.clip(column.name());
      draft.update(
          name, relation -> relation.with(constraints.unknown(clipped, Optional.of(place))));
    }
    draft.update(name, Relation::ofUnknownShape);
  }
}
