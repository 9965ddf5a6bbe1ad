package dev.redshank.core.rule;

import dev.redshank.core.impact.ImpactTable;
import dev.redshank.core.impact.Situation;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.Age;
import dev.redshank.core.schema.Era;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterSequence;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Reindex;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * One statement at its place on the timeline, also one inside a DO block. What its impact is, is computed when somebody asks.
 *
 * <pre>{@code
 * if (step.statement() instanceof CreateIndex index) {
 *   return List.of(INFO.finding(index.span(), "…"));
 * }
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class StatementStep implements Moment {
  private final Statement statement;
  private final MigrationFile migration;
  private final SourceText source;
  private final Situation situation;
  private final List<Enclosure> enclosures;
  private final Supplier<StatementImpact> impact;

  /**
   * @param enclosures the constructs around it, outermost first; none at the top of a script
   * @param impact computed at most once, when first asked for
   */
  public StatementStep(
      Statement statement,
      MigrationFile migration,
      SourceText source,
      Situation situation,
      List<Enclosure> enclosures,
      Supplier<StatementImpact> impact) {
    this.statement = statement;
    this.migration = migration;
    this.source = source;
    this.situation = situation;
    this.enclosures = List.copyOf(enclosures);
    this.impact = impact;
  }

  public Statement statement() {
    return statement;
  }

  /** The statement when it is one of this kind. */
  public <S extends Statement> Optional<S> as(Class<S> kind) {
    return kind.isInstance(statement) ? Optional.of(kind.cast(statement)) : Optional.empty();
  }

  public MigrationFile migration() {
    return migration;
  }

  /** The text that spans of this moment lie in. */
  public SourceText source() {
    return source;
  }

  /** The database before the statement. */
  public SchemaView before() {
    return situation.schema();
  }

  /** The database after the statement; of a DO block, without what the statements inside it do. */
  public SchemaState after() {
    return before().state().after(statement, before().now(), migration.path());
  }

  /** The transaction around the statement, before it runs. */
  public TransactionState transaction() {
    return situation.transaction();
  }

  public PgVersion postgres() {
    return situation.postgres();
  }

  /** The constructs around it, outermost first. */
  public List<Enclosure> enclosures() {
    return enclosures;
  }

  /** Whether it runs again and again inside a loop. */
  public boolean isInLoop() {
    return enclosures.stream().anyMatch(enclosure -> enclosure.kind() == Enclosure.Kind.LOOP);
  }

  public StatementImpact impact() {
    return impact.get();
  }

  /** What one action of the statement would do if it stood alone. */
  public StatementImpact impactOf(Alteration<?> alteration) {
    boolean alone =
        alteration.statement() == statement && alteration.statement().actions().size() == 1;
    return alone ? impact() : impactOf(alteration, alteration.action());
  }

  /** What the statement would do if {@code action} were all of it. */
  public StatementImpact impactOf(Alteration<?> alteration, AlterAction action) {
    AlterTable whole = alteration.statement();
    AlterTable alone = new AlterTable(
        whole.target(),
        whole.table(),
        whole.ifExists(),
        whole.only(),
        List.of(action),
        whole.span());
    return ImpactTable.impactOf(alone, situation);
  }

  /** A place in the migration. */
  public Place placeOf(Span span) {
    return new Place(migration.path(), span);
  }

  /** The locks of the statement that reads or writes wait for. */
  public List<TableLock> blockingLocks() {
    List<TableLock> blocking = new ArrayList<>();
    for (TableLock lock : impact().locks()) {
      if (lock.mode().blocksWrites()) {
        blocking.add(lock);
      }
    }
    return blocking;
  }

  /** Its locks on tables that others use and that writes wait for. */
  public List<TableLock> blockedTables() {
    List<TableLock> blocked = new ArrayList<>();
    for (TableLock lock : blockingLocks()) {
      if (before().isOld(lock.relation()) && isTable(lock.relation())) {
        blocked.add(lock);
      }
    }
    return blocked;
  }

  /** Whether a relation that it locks is a table or materialized view; of one that nobody knows, the statement tells. */
  boolean isTable(RelationName relation) {
    SchemaState state = before().state();
    Optional<Relation> known = state.relation(relation);
    if (known.isPresent()) {
      return known.get().storesRows();
    }
    return state.index(relation).isEmpty() && !namesNoTable();
  }

  private boolean namesNoTable() {
    if (statement instanceof DropObjects drop) {
      return drop.target() != ObjectKind.TABLE;
    }
    if (statement instanceof AlterTable alter) {
      return alter.target() != ObjectKind.TABLE;
    }
    return statement instanceof AlterSequence
        || (statement instanceof Reindex reindex && reindex.scope() == Reindex.Scope.INDEX);
  }

  /** The name that PostgreSQL looks up. */
  public RelationName resolve(ObjectName name) {
    return before().state().resolve(name);
  }

  /** That nobody knows how old a table is, where nobody does. */
  public List<Uncertainty> doubtsAbout(ObjectName table) {
    if (before().age(table) != Age.UNKNOWN) {
      return List.of();
    }
    String reason = "no migration that was read creates " + table;
    return List.of(new Uncertainty("age", resolve(table), reason));
  }

  /** The statement as it is written, without a semicolon; a line each. */
  public List<String> sql() {
    return source.slice(statement.span()).lines().map(String::strip).toList();
  }

  /** Whether the statement writes a string constant of this value. */
  public boolean writes(String constant) {
    SourceText text = SourceText.of(source.path(), source.slice(statement.span()));
    for (SqlStatement part : SqlScript.read(text).statements()) {
      Tokens tokens = part.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.is(i, TokenKind.STRING)
            && Literals.value(tokens, i).equals(Optional.of(constant))) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is written at {@code place}, on one line. */
  public String sqlAt(Span place) {
    return String.join(" ", source.slice(place).lines().map(String::strip).toList())
        .strip();
  }

  /** What is written behind {@code place} in the statement, on one line. */
  public String sqlBehind(Span place) {
    return sqlAt(new Span(place.end(), statement.span().end()));
  }

  /** For a down migration: whether the migration that it takes back made the table. */
  public boolean isMadeByUndone(ObjectName table) {
    return before()
        .relation(table)
        .map(relation -> isMadeByUndone(relation.since()))
        .orElse(false);
  }

  /** For a down migration: the same of the table of a name that was looked up before. */
  public boolean isMadeByUndone(RelationName table) {
    return before()
        .state()
        .relation(table)
        .map(relation -> isMadeByUndone(relation.since()))
        .orElse(false);
  }

  /** For a down migration: whether the migration that it takes back made the column. */
  public boolean isMadeByUndone(ObjectName table, Identifier column) {
    return before()
        .relation(table)
        .flatMap(relation -> relation.column(column.name()))
        .map(known -> isMadeByUndone(known.since()))
        .orElse(false);
  }

  /** For a down migration: whether the migration that it takes back made the type or domain. */
  public boolean isTypeMadeByUndone(ObjectName type) {
    return before()
        .state()
        .type(type)
        .map(known -> isMadeByUndone(known.since()))
        .orElse(false);
  }

  /** For a down migration: whether the migration that it takes back made the schema. */
  public boolean isSchemaMadeByUndone(ObjectName schema) {
    return before().state().schema(schema.name()).map(this::isMadeByUndone).orElse(false);
  }

  /** A down migration is walked right behind the one that it takes back. */
  private boolean isMadeByUndone(Era made) {
    return migration.direction() == Direction.DOWN
        && migration.undoes().isPresent()
        && made.migration() == before().now().migration() - 1;
  }

  /** The actions of this kind, when the statement alters a table. */
  public <A extends AlterAction> Stream<Alteration<A>> alterations(Class<A> kind) {
    if (!(statement instanceof AlterTable alter)) {
      return Stream.empty();
    }
    List<Alteration<A>> found = new ArrayList<>();
    for (AlterAction action : alter.actions()) {
      if (kind.isInstance(action)) {
        found.add(new Alteration<>(alter, kind.cast(action)));
      }
    }
    return found.stream();
  }

  /**
   * One action of an ALTER TABLE.
   *
   * @param statement the whole statement
   * @param action the action
   */
  public record Alteration<A extends AlterAction>(AlterTable statement, A action) {
    public ObjectName table() {
      return statement.table();
    }

    public Span span() {
      return action.span();
    }
  }

  /**
   * A construct around a statement.
   *
   * @param kind what it is
   * @param commits whether a loop's body commits
   * @param span its place
   */
  public record Enclosure(Kind kind, boolean commits, Span span) {
    /** What may stand around a statement. */
    public enum Kind {
      DO_BLOCK,
      LOOP,
      BRANCH,
      /** A block with EXCEPTION: a subtransaction, in which COMMIT is refused. */
      EXCEPTION_BLOCK,
      /** The constant string behind EXECUTE. */
      EXECUTE,
      /** CREATE SCHEMA with the objects made in it. */
      SCHEMA
    }
  }
}
