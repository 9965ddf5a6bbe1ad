package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.Arrays;

/**
 * Where each bracket of a statement is closed. All pairs are found in one pass when the first is asked for, so that
 * skipping brackets inside brackets stays linear however deep they are.
 */
final class Brackets {
  private static final int OPEN = -1;

  private final Tokens tokens;
  private int[] closing = {};

  Brackets(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The index of the bracket that closes the one at {@code open}, or {@code limit} if none before it does. */
  int closing(int open, int limit) {
    if (closing.length == 0) {
      closing = pairs();
    }
    int found = closing[open];
    return found == OPEN ? limit : Math.min(found, limit);
  }

  private int[] pairs() {
    int[] pairs = new int[tokens.size()];
    int[] stack = new int[16];
    int depth = 0;
    for (int i = 0; i < pairs.length; i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.OPEN || kind == TokenKind.OPEN_BRACKET) {
        if (depth == stack.length) {
          stack = Arrays.copyOf(stack, depth * 2);
        }
        pairs[i] = OPEN;
        stack[depth++] = i;
      } else if (depth > 0 && (kind == TokenKind.CLOSE || kind == TokenKind.CLOSE_BRACKET)) {
        pairs[stack[--depth]] = i;
      }
    }
    return pairs;
  }
}
