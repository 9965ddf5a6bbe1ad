package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE TABLE and CREATE FOREIGN TABLE in all their forms. */
final class CreateTableReader {
  private final TokenCursor cursor;
  private final TableElements elements = new TableElements();
  private Persistence persistence = Persistence.PERMANENT;
  private Optional<ObjectName> ofType = Optional.empty();
  private Optional<CreateTable.PartitionOf> partitionOf = Optional.empty();
  private List<ObjectName> inherits = List.of();
  private List<Identifier> partitionKey = List.of();
  private boolean partitioned;

  private CreateTableReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  static Statement read(TokenCursor cursor) {
    return new CreateTableReader(cursor).read();
  }

  private Statement read() {
    cursor.expect("CREATE");
    persistence = PersistenceReader.read(cursor);
    boolean foreign = cursor.accept("FOREIGN");
    cursor.expect("TABLE");
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    ObjectName name = cursor.name("the name of a table");
    if (!foreign && hasAs()) {
      return tableAs(name, ifNotExists);
    }
    content();
    while (!cursor.atEnd()) {
      option(foreign);
    }
    return new CreateTable(
        name,
        ifNotExists,
        persistence,
        foreign,
        elements.columns(),
        elements.constraints(),
        elements.likes(),
        inherits,
        ofType,
        partitionOf,
        partitioned,
        partitionKey,
        cursor.statementSpan());
  }

  /** Only CREATE TABLE AS has an AS outside all brackets. */
  private boolean hasAs() {
    int start = cursor.position();
    while (!cursor.atEnd() && !cursor.at("AS")) {
      cursor.skipBalanced();
    }
    boolean found = cursor.at("AS");
    cursor.reset(start);
    return found;
  }

  private void content() {
    if (cursor.accept("OF")) {
      ofType = Optional.of(cursor.name("the name of a type"));
      if (cursor.at(TokenKind.OPEN)) {
        elements.readWithoutTypes(cursor);
      }
    } else if (cursor.accept("PARTITION", "OF")) {
      ObjectName parent = cursor.name("the name of a partitioned table");
      if (cursor.at(TokenKind.OPEN)) {
        elements.readWithoutTypes(cursor);
      }
      PartitionBound bound = PartitionBoundReader.read(cursor);
      partitionOf = Optional.of(new CreateTable.PartitionOf(parent, bound));
    } else {
      elements.read(cursor);
    }
  }

  private void option(boolean foreign) {
    if (cursor.accept("INHERITS")) {
      TokenCursor inside = cursor.brackets("a list of tables in parentheses");
      inherits = inside.atEnd() ? List.of() : inside.names("the name of a table");
      inside.expectEnd();
    } else if (cursor.accept("PARTITION", "BY")) {
      cursor.label("RANGE, LIST or HASH");
      partitioned = true;
      partitionKey = IndexKeys.plainColumns(cursor);
    } else if (foreign && cursor.accept("SERVER")) {
      cursor.identifier("the name of a server");
    } else if (foreign && cursor.accept("OPTIONS")) {
      cursor.brackets("options in parentheses");
    } else {
      storageOption();
    }
  }

  private void storageOption() {
    if (cursor.accept("USING")) {
      cursor.identifier("an access method");
    } else if (cursor.accept("WITHOUT", "OIDS")
        || cursor.accept("ON", "COMMIT", "PRESERVE", "ROWS")
        || cursor.accept("ON", "COMMIT", "DELETE", "ROWS")
        || cursor.accept("ON", "COMMIT", "DROP")) {
      return;
    } else if (cursor.accept("WITH")) {
      cursor.brackets("storage parameters in parentheses");
    } else if (cursor.accept("TABLESPACE")) {
      cursor.identifier("the name of a tablespace");
    } else {
      throw cursor.unexpected("a table option or the end");
    }
  }

  private Statement tableAs(ObjectName name, boolean ifNotExists) {
    List<Identifier> columns = cursor.at(TokenKind.OPEN) ? cursor.columnList() : List.of();
    while (!cursor.accept("AS")) {
      storageOption();
    }
    Tokens query = cursor.rest();
    int size = query.size();
    boolean noData = query.areWords(size - 3, "WITH", "NO", "DATA");
    boolean data = query.areWords(size - 2, "WITH", "DATA");
    Tokens selected = query.slice(0, size - (noData ? 3 : data ? 2 : 0));
    if (selected.isEmpty()) {
      throw cursor.unexpected("a query");
    }
    return new CreateTableAs(
        name,
        ifNotExists,
        persistence,
        columns,
        !noData,
        QueryReader.read(selected),
        false,
        cursor.statementSpan());
  }

  /** Collects columns, constraints and LIKE clauses of a table. */
  private static final class TableElements {
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<CreateTable.Like> likes = new ArrayList<>();

    List<ColumnDefinition> columns() {
      return columns;
    }

    List<Constraint> constraints() {
      return constraints;
    }

    List<CreateTable.Like> likes() {
      return likes;
    }

    void read(TokenCursor cursor) {
      TokenCursor inside = cursor.brackets("columns in parentheses");
      if (inside.atEnd()) {
        return;
      }
      do {
        TokenCursor part = inside.untilComma();
        if (part.at("LIKE")) {
          likes.add(LikeReader.read(part));
        } else if (ConstraintReader.atTableConstraint(part)) {
          constraints.add(ConstraintReader.ofTable(part));
        } else {
          columns.add(ColumnReader.read(part));
        }
        part.expectEnd();
      } while (inside.accept(TokenKind.COMMA));
    }

    void readWithoutTypes(TokenCursor cursor) {
      TokenCursor inside = cursor.brackets("columns in parentheses");
      do {
        TokenCursor part = inside.untilComma();
        if (ConstraintReader.atTableConstraint(part)) {
          constraints.add(ConstraintReader.ofTable(part));
        } else {
          columns.add(ColumnReader.withoutType(part));
        }
        part.expectEnd();
      } while (inside.accept(TokenKind.COMMA));
    }
  }
}
