package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Persistence;
import dev.redshank.core.statement.Query;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;

/** A {@link Catalog} while one statement changes it. It keeps both ends of every link in step. */
final class Draft {
  final NamespaceDraft<Relation> relations;
  final NamespaceDraft<Index> indexes;
  Namespace<UserType> types;
  Namespace<PVector<Routine>> routines;
  PMap<RelationName, RelationName> typeAliases;
  PMap<RelationName, PSet<RelationName>> readers;
  Namespace<Integer> constraintNames;
  PMap<String, Era> schemas;
  PMap<String, Era> extensions;
  PMap<String, Publication> publications;
  SearchPath path;
  final Era era;
  private final String file;

  Draft(Catalog catalog, Era era, String file) {
    relations = new NamespaceDraft<>(catalog.relations());
    indexes = new NamespaceDraft<>(catalog.indexes());
    types = catalog.types();
    routines = catalog.routines();
    typeAliases = catalog.typeAliases();
    readers = catalog.readers();
    constraintNames = catalog.constraintNames();
    schemas = catalog.schemas();
    extensions = catalog.extensions();
    publications = catalog.publications();
    path = catalog.path();
    this.era = era;
    this.file = file;
  }

  Catalog finished() {
    return new Catalog(
        relations.finished(),
        indexes.finished(),
        types,
        routines,
        typeAliases,
        readers,
        constraintNames,
        schemas,
        extensions,
        publications,
        path);
  }

  Place place(Span span) {
    return new Place(file, span);
  }

  /** The full name of something that a statement makes. */
  RelationName made(ObjectName name) {
    String schema = name.schema().map(SearchPath::schema).orElse(path.creation());
    return new RelationName(schema, Clipping.clip(name.name()));
  }

  /** The full name of a relation that a statement makes. */
  RelationName made(ObjectName name, Persistence persistence) {
    return persistence == Persistence.TEMPORARY
        ? new RelationName(SearchPath.TEMPORARY, Clipping.clip(name.name()))
        : made(name);
  }

  /** The full name of a relation that may be unknown. */
  RelationName resolve(ObjectName name) {
    return relations.find(name, path).orElseGet(() -> made(name));
  }

  Optional<Relation> relation(ObjectName name) {
    return relations.lookUp(name, path);
  }

  Optional<Index> index(ObjectName name) {
    return indexes.lookUp(name, path);
  }

  /** A relation by name; one that is not known is older than the migrations. */
  Relation relationOrGlimpse(ObjectName name, RelationKind kind) {
    RelationName full = resolve(name);
    Optional<Relation> known = relations.get(full);
    if (known.isPresent()) {
      return known.get();
    }
    Relation glimpsed = Relation.glimpsed(full, kind, era);
    put(glimpsed);
    return glimpsed;
  }

  /** Whether a relation or index of this name would be refused. */
  boolean isTaken(RelationName name) {
    return relations.holds(name) || indexes.holds(name);
  }

  void put(Relation relation) {
    relations.put(relation.name(), relation);
  }

  void put(Index index) {
    indexes.put(index.name(), index);
  }

  void update(RelationName name, UnaryOperator<Relation> change) {
    relations.get(name).map(change).ifPresent(this::put);
  }

  void updateIndex(RelationName name, UnaryOperator<Index> change) {
    indexes.get(name).map(change).ifPresent(this::put);
  }

  List<Index> indexesOn(Relation relation) {
    return relation.indexes().stream()
        .flatMap(name -> indexes.get(name).stream())
        .toList();
  }

  /** Notes a constraint's name, which PostgreSQL keeps out of the names that it chooses. */
  void takeConstraintName(RelationName table, String constraint) {
    RelationName name = new RelationName(table.schema(), constraint);
    constraintNames = constraintNames.plus(name, constraintNames.get(name).orElse(0) + 1);
  }

  void freeConstraintName(RelationName table, String constraint) {
    RelationName name = new RelationName(table.schema(), constraint);
    int uses = constraintNames.get(name).orElse(0);
    constraintNames = uses > 1 ? constraintNames.plus(name, uses - 1) : constraintNames.minus(name);
  }

  boolean isConstraintNameTaken(RelationName table, String constraint) {
    return constraintNames.holds(new RelationName(table.schema(), constraint));
  }

  /** Makes {@code view} a reader of what its query names. */
  void reads(RelationName view, Query query) {
    PSet<RelationName> read = OrderedPSet.empty();
    PSet<RelationName> readOnly = OrderedPSet.empty();
    for (ObjectName name : query.reads()) {
      RelationName full = resolve(name);
      read = read.plus(full);
      readOnly = query.only().contains(name) ? readOnly.plus(full) : readOnly;
      readers =
          readers.plus(full, readers.getOrDefault(full, OrderedPSet.empty()).plus(view));
    }
    PSet<RelationName> reads = read;
    PSet<RelationName> readsOnly = readOnly;
    update(view, relation -> relation.linked(links -> links.withReads(reads, readsOnly)));
  }

  void readsNothing(Relation view) {
    for (RelationName read : view.links().reads()) {
      PSet<RelationName> rest = readers.getOrDefault(read, OrderedPSet.empty()).minus(view.name());
      readers = rest.isEmpty() ? readers.minus(read) : readers.plus(read, rest);
    }
  }
}
