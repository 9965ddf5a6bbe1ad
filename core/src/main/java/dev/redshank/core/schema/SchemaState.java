package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.SetSetting;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Volatility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcollections.OrderedPSet;

/**
 * The immutable picture of the database that the statements so far have built. A statement changes only
 * the objects that it names; everything else is shared with the picture before.
 *
 * <p>Names are looked up as PostgreSQL does, temporary relations first, then along the search path. Where no statement has set the
 * search path, it is set outside or is the default, and a bare name that is not found on it stands for the only relation of
 * that name in any schema ({@link #isGuess}); so does a name whose schema is a placeholder.
 */
public final class SchemaState {
  private static final SchemaState EMPTY = new SchemaState(Catalog.EMPTY);

  private final Catalog catalog;

  private SchemaState(Catalog catalog) {
    this.catalog = catalog;
  }

  /** A database without a table of its own. */
  public static SchemaState empty() {
    return EMPTY;
  }

  /**
   * The picture after {@code statement}, whose objects are made in {@code era}, at {@code path}. A statement that PostgreSQL would
   * refuse because its object exists changes nothing. The elements of CREATE SCHEMA are applied with it; the statements inside a
   * DO block are not.
   */
  public SchemaState after(Statement statement, Era era, String path) {
    if (!Replay.changes(statement, catalog)) {
      return this;
    }
    Draft draft = new Draft(catalog, era, path);
    Replay.apply(draft, statement);
    return new SchemaState(draft.finished());
  }

  /** The relation that a name finds; empty when no migration so far made, altered or referred to it. */
  public Optional<Relation> relation(ObjectName name) {
    return catalog.relations().lookUp(name, catalog.path());
  }

  /** The relation of a name that was looked up before. */
  public Optional<Relation> relation(RelationName name) {
    return catalog.relations().get(name);
  }

  /** Every relation that the migrations made, altered or referred to, by name. */
  public List<Relation> relations() {
    return catalog
        .relations()
        .all()
        .sorted(Comparator.comparing(Relation::name))
        .toList();
  }

  /** Every type and domain that the migrations made or changed, by name. */
  public List<UserType> types() {
    return catalog.types().all().sorted(Comparator.comparing(UserType::name)).toList();
  }

  /** Those of a schema, by name. */
  public List<RelationName> relationsIn(String schema) {
    return catalog.relations().namesIn(schema);
  }

  /** The name that PostgreSQL would look up: of a relation that is known, else the first schema of the search path. */
  public RelationName resolve(ObjectName name) {
    return catalog.relations().find(name, catalog.path()).orElseGet(() -> inFirstSchema(name));
  }

  /** Whether {@link #resolve} found a relation off the search path because there is only one of that name. */
  public boolean isGuess(ObjectName name) {
    return !catalog.relations().isOnPath(name, catalog.path()) && relation(name).isPresent();
  }

  /** The name that a CREATE of a permanent object with this name would give it. */
  public RelationName inFirstSchema(ObjectName name) {
    String schema = name.schema().map(SearchPath::schema).orElse(catalog.path().creation());
    return new RelationName(schema, Clipping.clip(name.name()));
  }

  /** The schemas in which unqualified names are looked up, in order. */
  public List<String> searchPath() {
    return catalog.path().schemas();
  }

  /** The schemas that {@code SET search_path} or {@code set_config('search_path', …)} names; none for the default. */
  public static List<String> searchPathOf(SetSetting setting) {
    return setting.function() ? SearchPath.listed(setting.values()) : setting.values();
  }

  /** The same picture with the search path of another one: SET LOCAL ends, or a function brings its own. */
  public SchemaState withSearchPathOf(SchemaState other) {
    return other.catalog.path().equals(catalog.path())
        ? this
        : new SchemaState(catalog.with(other.catalog.path()));
  }

  /** The same picture with these schemas as search path, as if SET had said so; none for the default. */
  public SchemaState withSearchPath(List<String> schemas) {
    SearchPath path = SearchPath.of(schemas);
    return path.equals(catalog.path()) ? this : new SchemaState(catalog.with(path));
  }

  /** The index that a name finds. */
  public Optional<Index> index(ObjectName name) {
    return catalog.indexes().lookUp(name, catalog.path());
  }

  /** The index of a name that was looked up before. */
  public Optional<Index> index(RelationName name) {
    return catalog.indexes().get(name);
  }

  /** The known indexes on a relation, in the order in which they were made. */
  public List<Index> indexesOn(ObjectName relation) {
    return relation(relation).map(this::indexesOn).orElse(List.of());
  }

  /** The known indexes on the relation of a name that was looked up before. */
  public List<Index> indexesOn(RelationName relation) {
    return relation(relation).map(this::indexesOn).orElse(List.of());
  }

  /** Those of them that came since {@code earlier}, a picture that led to this one. */
  public List<Index> indexesSince(SchemaState earlier, RelationName relation) {
    Optional<Relation> now = relation(relation);
    TableIndexes known = earlier
        .relation(relation)
        .map(Relation::links)
        .map(RelationLinks::indexes)
        .orElse(TableIndexes.NONE);
    return now.isEmpty() ? List.of() : indexes(now.get().links().indexes().since(known));
  }

  private List<Index> indexesOn(Relation relation) {
    return indexes(relation.indexes());
  }

  private List<Index> indexes(Collection<RelationName> names) {
    List<Index> found = new ArrayList<>();
    for (RelationName name : names) {
      index(name).ifPresent(found::add);
    }
    return found;
  }

  /** The column sets that are known to be unique in a relation, the primary key among them. */
  public List<List<String>> uniqueKeys(ObjectName relation) {
    return indexesOn(relation).stream().filter(Index::isKey).map(Index::columns).toList();
  }

  /** Whether an index is known that finds rows by all of these columns: they are its first ones, in any order. */
  public boolean hasIndexFor(ObjectName relation, List<String> columns) {
    return indexesOn(relation).stream()
        .filter(index -> !index.partial() && index.columns().size() >= columns.size())
        .anyMatch(index -> index.columns().subList(0, columns.size()).containsAll(columns));
  }

  /** The triggers of a relation by name. */
  public List<Trigger> triggersOn(ObjectName relation) {
    return relation(relation)
        .map(found -> List.copyOf(found.triggers().values()))
        .orElse(List.of());
  }

  /** The views and materialized views that are known to read a relation themselves, by name. */
  public List<RelationName> dependents(RelationName relation) {
    return catalog.readers().getOrDefault(relation, OrderedPSet.empty()).stream()
        .sorted()
        .toList();
  }

  /** The foreign keys that are known to refer to a relation, by table. */
  public List<Reference> referencesTo(RelationName relation) {
    Optional<Relation> known = relation(relation);
    if (known.isEmpty() || known.get().referencedBy().isEmpty()) {
      return List.of();
    }
    List<RelationName> tables = new ArrayList<>(known.get().referencedBy());
    tables.sort(Comparator.naturalOrder());
    Optional<RelationName> referenced = Optional.of(relation);
    List<Reference> references = new ArrayList<>();
    for (RelationName table : tables) {
      for (TableConstraint constraint : constraintsOf(table)) {
        if (constraint.references().equals(referenced)) {
          references.add(new Reference(table, constraint));
        }
      }
    }
    return references;
  }

  private Collection<TableConstraint> constraintsOf(RelationName table) {
    Optional<Relation> known = relation(table);
    return known.isPresent() ? known.get().constraints().values() : List.of();
  }

  /** Where the constraints of tables are written that the rows from before them were never held against. */
  public Set<Place> unvalidated() {
    return catalog
        .relations()
        .all()
        .flatMap(table -> table.constraints().values().stream())
        .filter(constraint -> !constraint.validated())
        .map(TableConstraint::madeAt)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How far the constraints of a relation show that a column holds no NULL. */
  public NullProof notNullProof(ObjectName relation, String column) {
    return relation(relation).map(found -> notNullProof(found, column)).orElse(NullProof.NONE);
  }

  private static NullProof notNullProof(Relation relation, String column) {
    if (relation.column(column).map(Column::notNull).orElse(false)) {
      return NullProof.VALIDATED;
    }
    NullProof best = NullProof.NONE;
    for (TableConstraint constraint : relation.constraints().values()) {
      if (constraint.refusesNull().contains(column)) {
        if (constraint.validated()) {
          return NullProof.VALIDATED;
        }
        best = constraint.definition().traits().notEnforced() ? best : NullProof.NOT_VALID;
      }
    }
    return best;
  }

  /** The type or domain that a name finds, also by a former name; empty for built-in types and those not made here. */
  public Optional<UserType> type(ObjectName name) {
    Optional<RelationName> found = catalog.types().find(name, catalog.path());
    if (found.isEmpty()) {
      found = Optional.ofNullable(catalog.typeAliases().get(inFirstSchema(name)));
    }
    return found.flatMap(catalog.types()::get);
  }

  /** The routines of this name that the migrations made, in any number of parameters. */
  public List<Routine> routines(ObjectName name) {
    return catalog.routines().lookUp(name, catalog.path()).map(List::copyOf).orElse(List.of());
  }

  /**
   * The declared volatility of a function that the migrations made. Parameters may have defaults, so where none takes as many
   * arguments, those that take more count; among several the most volatile one does.
   */
  public Optional<Volatility> function(ObjectName name, int arguments) {
    List<Routine> all = routines(name);
    List<Routine> exact =
        all.stream().filter(routine -> routine.inputs() == arguments).toList();
    List<Routine> fitting = exact.isEmpty()
        ? all.stream().filter(routine -> routine.inputs() > arguments).toList()
        : exact;
    return fitting.stream().map(Routine::volatility).max(Comparator.naturalOrder());
  }

  /** Whether the migrations made this schema. */
  public boolean hasSchema(String name) {
    return catalog.schemas().containsKey(name);
  }

  /** When the migrations made this schema. */
  public Optional<Era> schema(String name) {
    return Optional.ofNullable(catalog.schemas().get(name));
  }

  /** When the migrations made this extension. */
  public Optional<Era> extension(String name) {
    return Optional.ofNullable(catalog.extensions().get(name));
  }

  /** The publications that the migrations made or changed, by name. There may be others. */
  public List<Publication> publications() {
    return catalog.publications().values().stream()
        .sorted(Comparator.comparing(Publication::name))
        .toList();
  }

  /** The publications that are known to publish a relation, or may. */
  public List<Publication> publicationsOf(RelationName relation) {
    if (catalog.publications().isEmpty()) {
      return List.of();
    }
    return publications().stream()
        .filter(publication -> !publication.complete() || publication.tables().contains(relation))
        .toList();
  }

  /**
   * A foreign key seen from the table that it refers to.
   *
   * @param table the table that has it
   */
  public record Reference(RelationName table, TableConstraint constraint) {}
}
