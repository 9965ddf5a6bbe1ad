package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one action of ALTER TABLE and its kin. */
final class AlterActionReader {
  private final TokenCursor cursor;
  private final int start;

  private AlterActionReader(TokenCursor cursor) {
    this.cursor = cursor;
    this.start = cursor.position();
  }

  /** Reads the action that a cursor over nothing else holds. */
  static AlterAction read(TokenCursor cursor) {
    return new AlterActionReader(cursor).read();
  }

  private AlterAction read() {
    String word = cursor.word();
    return switch (word) {
      case "ADD" -> add();
      case "DROP" -> drop();
      case "ALTER" -> alter();
      case "SET", "RESET" -> set();
      case "RENAME" -> rename();
      case "ENABLE", "DISABLE" -> ToggleReader.read(cursor);
      case "ATTACH", "DETACH" -> partition();
      default -> other(word);
    };
  }

  private AlterAction other(String word) {
    if (cursor.accept("VALIDATE", "CONSTRAINT")) {
      Identifier constraint = cursor.identifier("a constraint's name");
      return new AlterAction.ValidateConstraint(constraint, span());
    }
    if (cursor.accept("OWNER", "TO")) {
      return new AlterAction.ChangeOwner(cursor.label("the name of a role").name(), span());
    }
    if (cursor.accept("CLUSTER", "ON")) {
      return new AlterAction.ClusterOn(cursor.identifier("the name of an index"), span());
    }
    if (cursor.accept("REPLICA", "IDENTITY")) {
      return replicaIdentity();
    }
    if (cursor.accept("OPTIONS")) {
      cursor.brackets("options in parentheses");
      return new AlterAction.ForeignOptions(Optional.empty(), span());
    }
    if (cursor.accept("FORCE", "ROW", "LEVEL", "SECURITY")) {
      return new AlterAction.RowSecurity(true, true, span());
    }
    return word.equals("NO") || word.equals("NOT") ? negated() : attached();
  }

  private AlterAction negated() {
    if (cursor.accept("NO", "FORCE", "ROW", "LEVEL", "SECURITY")) {
      return new AlterAction.RowSecurity(false, true, span());
    }
    if (cursor.accept("NO", "INHERIT")) {
      return new AlterAction.DisinheritFrom(cursor.name("the name of a table"), span());
    }
    if (cursor.accept("NO", "DEPENDS", "ON", "EXTENSION")) {
      Identifier extension = cursor.identifier("the name of an extension");
      return new AlterAction.DependsOnExtension(extension, false, span());
    }
    cursor.expect("NOT", "OF");
    return new AlterAction.NotOfType(span());
  }

  private AlterAction attached() {
    if (cursor.accept("INHERIT")) {
      return new AlterAction.InheritFrom(cursor.name("the name of a table"), span());
    }
    if (cursor.accept("OF")) {
      return new AlterAction.OfType(cursor.name("the name of a type"), span());
    }
    if (cursor.accept("DEPENDS", "ON", "EXTENSION")) {
      Identifier extension = cursor.identifier("the name of an extension");
      return new AlterAction.DependsOnExtension(extension, true, span());
    }
    throw cursor.unexpected("an action such as ADD COLUMN");
  }

  private AlterAction add() {
    cursor.expect("ADD");
    if (ConstraintReader.atTableConstraint(cursor)) {
      return new AlterAction.AddConstraint(ConstraintReader.ofTable(cursor), span());
    }
    cursor.accept("COLUMN");
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    ColumnDefinition column = ColumnReader.read(cursor);
    return new AlterAction.AddColumn(column, ifNotExists, span());
  }

  private AlterAction drop() {
    cursor.expect("DROP");
    boolean constraint = cursor.accept("CONSTRAINT");
    if (!constraint) {
      cursor.accept("COLUMN");
    }
    boolean ifExists = cursor.accept("IF", "EXISTS");
    Identifier name = cursor.identifier(constraint ? "a constraint's name" : "a column name");
    boolean cascade = cursor.accept("CASCADE");
    if (!cascade) {
      cursor.accept("RESTRICT");
    }
    return constraint
        ? new AlterAction.DropConstraint(name, ifExists, cascade, span())
        : new AlterAction.DropColumn(name, ifExists, cascade, span());
  }

  private AlterAction alter() {
    cursor.expect("ALTER");
    if (cursor.accept("CONSTRAINT")) {
      Identifier constraint = cursor.identifier("a constraint's name");
      ConstraintAttributes attributes = ConstraintAttributes.read(cursor);
      cursor.accept("INHERIT");
      return new AlterAction.AlterConstraint(constraint, attributes.enforced(), span());
    }
    cursor.accept("COLUMN");
    return AlterColumnReader.read(cursor, start);
  }

  private AlterAction set() {
    if (cursor.accept("SET", "SCHEMA")) {
      return new AlterAction.MoveToSchema(cursor.identifier("the name of a schema"), span());
    }
    if (cursor.accept("SET", "LOGGED")) {
      return new AlterAction.SetLogged(true, span());
    }
    if (cursor.accept("SET", "UNLOGGED")) {
      return new AlterAction.SetLogged(false, span());
    }
    if (cursor.accept("SET", "WITHOUT", "CLUSTER")) {
      return new AlterAction.WithoutCluster(span());
    }
    if (cursor.accept("SET", "WITHOUT", "OIDS")) {
      return new AlterAction.WithoutOids(span());
    }
    if (cursor.accept("SET", "ACCESS", "METHOD")) {
      return new AlterAction.SetAccessMethod(cursor.label("an access method").name(), span());
    }
    if (cursor.accept("SET", "TABLESPACE")) {
      String tablespace = cursor.identifier("the name of a tablespace").name();
      cursor.accept("NOWAIT");
      return new AlterAction.SetTablespace(tablespace, span());
    }
    boolean reset = cursor.accept("RESET");
    if (!reset) {
      cursor.expect("SET");
    }
    return new AlterAction.SetStorageParameters(parameters(), reset, span());
  }

  /** The names in {@code (fillfactor = 70, toast.autovacuum_enabled)}. */
  private List<String> parameters() {
    TokenCursor inside = cursor.brackets("storage parameters in parentheses");
    List<String> parameters = new ArrayList<>();
    for (Tokens parameter : inside.rest().splitAtCommas()) {
      TokenCursor part = new TokenCursor(parameter);
      String name = part.label("the name of a parameter").name();
      boolean qualified = part.accept(TokenKind.DOT);
      parameters.add(
          qualified ? name + "." + part.label("the name of a parameter").name() : name);
    }
    return parameters;
  }

  private AlterAction rename() {
    cursor.expect("RENAME");
    if (cursor.accept("TO")) {
      return new AlterAction.RenameRelation(cursor.identifier("the new name"), span());
    }
    boolean constraint = cursor.accept("CONSTRAINT");
    if (!constraint) {
      cursor.accept("COLUMN");
    }
    Identifier from = cursor.identifier(constraint ? "a constraint's name" : "a column name");
    cursor.expect("TO");
    Identifier to = cursor.identifier("the new name");
    return constraint
        ? new AlterAction.RenameConstraint(from, to, span())
        : new AlterAction.RenameColumn(from, to, span());
  }

  private AlterAction partition() {
    if (cursor.accept("ATTACH", "PARTITION")) {
      ObjectName partition = cursor.name("the name of a table");
      Optional<PartitionBound> bound =
          cursor.atEnd() ? Optional.empty() : Optional.of(PartitionBoundReader.read(cursor));
      return new AlterAction.AttachPartition(partition, bound, span());
    }
    cursor.expect("DETACH", "PARTITION");
    ObjectName partition = cursor.name("the name of a partition");
    boolean concurrently = cursor.accept("CONCURRENTLY");
    boolean finalizes = cursor.accept("FINALIZE");
    return new AlterAction.DetachPartition(partition, concurrently, finalizes, span());
  }

  private AlterAction replicaIdentity() {
    if (cursor.accept("USING", "INDEX")) {
      Identifier index = cursor.identifier("the name of an index");
      return identity(AlterAction.ReplicaIdentity.INDEX, Optional.of(index));
    }
    if (cursor.accept("FULL")) {
      return identity(AlterAction.ReplicaIdentity.FULL, Optional.empty());
    }
    if (cursor.accept("NOTHING")) {
      return identity(AlterAction.ReplicaIdentity.NOTHING, Optional.empty());
    }
    cursor.expect("DEFAULT");
    return identity(AlterAction.ReplicaIdentity.DEFAULT, Optional.empty());
  }

  private AlterAction identity(AlterAction.ReplicaIdentity identity, Optional<Identifier> index) {
    return new AlterAction.SetReplicaIdentity(identity, index, span());
  }

  private Span span() {
    return cursor.spanFrom(start);
  }
}
