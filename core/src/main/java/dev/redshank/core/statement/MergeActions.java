package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads what the WHEN clauses of a MERGE do. */
final class MergeActions {
  private final TokenCursor cursor;
  private final List<Identifier> updated = new ArrayList<>();
  private final List<Identifier> inserted = new ArrayList<>();
  private boolean inserts;
  private boolean insertsInOrder;
  private boolean deletes;

  private MergeActions(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** Reads from the first WHEN on, to the end. */
  static MergeActions read(TokenCursor cursor) {
    MergeActions actions = new MergeActions(cursor);
    while (!cursor.atEnd()) {
      if (cursor.accept("THEN", "UPDATE", "SET")) {
        actions.update();
      } else if (cursor.accept("THEN", "INSERT")) {
        actions.insert();
      } else if (cursor.accept("THEN", "DELETE")) {
        actions.deletes = true;
      } else {
        cursor.skipBalanced();
      }
    }
    return actions;
  }

  private void update() {
    do {
      if (cursor.at(TokenKind.OPEN)) {
        updated.addAll(cursor.columnList());
      } else {
        updated.add(cursor.identifier("a column"));
      }
      while (!cursor.atEnd() && !cursor.at(TokenKind.COMMA) && !cursor.atAny("WHEN", "RETURNING")) {
        if (cursor.at("CASE")) {
          skipCase();
        } else {
          cursor.skipBalanced();
        }
      }
    } while (cursor.accept(TokenKind.COMMA));
  }

  /** The WHEN of CASE begins no clause. */
  private void skipCase() {
    cursor.skipBalanced();
    while (!cursor.atEnd() && !cursor.at("END")) {
      if (cursor.at("CASE")) {
        skipCase();
      } else {
        cursor.skipBalanced();
      }
    }
    if (!cursor.atEnd()) {
      cursor.skipBalanced();
    }
  }

  private void insert() {
    inserts = true;
    if (cursor.at(TokenKind.OPEN)) {
      inserted.addAll(cursor.columnList());
    } else if (!cursor.at("DEFAULT", "VALUES")) {
      insertsInOrder = true;
    }
  }

  List<Identifier> updated() {
    return updated;
  }

  boolean inserts() {
    return inserts;
  }

  boolean insertsInOrder() {
    return insertsInOrder;
  }

  List<Identifier> inserted() {
    return inserted;
  }

  boolean deletes() {
    return deletes;
  }
}
