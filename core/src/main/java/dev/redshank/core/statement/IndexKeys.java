package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an index, an exclusion constraint or a partition key is made of. */
final class IndexKeys {
  private IndexKeys() {}

  /** {@code (a, lower(b) COLLATE "C" text_pattern_ops DESC NULLS LAST, (c + d))}. */
  static List<CreateIndex.IndexKey> read(TokenCursor cursor) {
    TokenCursor inside = cursor.brackets("a list of columns or expressions in parentheses");
    List<CreateIndex.IndexKey> keys = new ArrayList<>();
    do {
      TokenCursor part = inside.untilComma();
      keys.add(key(part));
    } while (inside.accept(TokenKind.COMMA));
    return keys;
  }

  /** The columns among them that stand there by themselves. */
  static List<Identifier> plainColumns(TokenCursor cursor) {
    return read(cursor).stream().flatMap(key -> key.column().stream()).toList();
  }

  /** The column, when an element is one and no expression. */
  static Optional<Identifier> plainColumn(TokenCursor element) {
    return key(element).column();
  }

  private static CreateIndex.IndexKey key(TokenCursor part) {
    int start = part.position();
    if (part.at(TokenKind.OPEN)) {
      part.skipBalanced();
      return new CreateIndex.IndexKey(Optional.empty(), new SqlExpression(part.tokensFrom(start)));
    }
    if (ReservedWords.contains(part.tokens(), start) && part.ahead(1, TokenKind.OPEN)) {
      part.skip(1);
      part.skipBalanced();
      return new CreateIndex.IndexKey(Optional.empty(), new SqlExpression(part.tokensFrom(start)));
    }
    ObjectName name = part.qualified("a column or an expression");
    if (part.at(TokenKind.OPEN)) {
      part.skipBalanced();
      return new CreateIndex.IndexKey(Optional.empty(), new SqlExpression(part.tokensFrom(start)));
    }
    Optional<Identifier> column = name.schema().isEmpty()
        ? Optional.of(new Identifier(name.name(), name.span()))
        : Optional.empty();
    return new CreateIndex.IndexKey(column, new SqlExpression(part.tokensFrom(start)));
  }
}
