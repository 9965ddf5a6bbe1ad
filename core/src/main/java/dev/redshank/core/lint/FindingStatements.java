package dev.redshank.core.lint;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements that findings lie in. A migration is read again for it, so it is asked only where somebody needs it. */
final class FindingStatements {
  private final Map<SourceText, List<SqlStatement>> scripts = new HashMap<>();

  /** The last statement that begins at or before a finding. */
  Optional<SqlStatement> of(LocatedFinding found) {
    List<SqlStatement> script =
        scripts.computeIfAbsent(found.source(), source -> SqlScript.read(source).statements());
    int at = found.finding().span().start();
    int low = -1;
    int high = script.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (script.get(middle).span().start() <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low < 0 ? Optional.empty() : Optional.of(script.get(low));
  }

  /** Whether the statement of a finding names an object, such as {@code orders} or {@code audit.log}. */
  boolean names(LocatedFinding found, String object) {
    boolean locked = found.finding().locks().stream()
        .anyMatch(lock -> lock.relation().toString().equals(object));
    return locked
        || of(found).map(statement -> names(statement.tokens(), parts(object))).orElse(false);
  }

  private static List<String> parts(String object) {
    Tokens tokens = SqlScript.tokens(SourceText.of("", object));
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isName(tokens, i)) {
        parts.add(Names.of(tokens, i));
      }
    }
    return parts;
  }

  private static boolean isName(Tokens tokens, int i) {
    return tokens.is(i, TokenKind.WORD) || tokens.is(i, TokenKind.QUOTED_NAME);
  }

  private static boolean names(Tokens tokens, List<String> parts) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.DOLLAR_STRING)) {
        boolean inside = Literals.inside(tokens, i)
            .map(body -> names(SqlScript.tokens(body), parts))
            .orElse(false);
        if (inside) {
          return true;
        }
      } else if (namesAt(tokens, i, parts)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesAt(Tokens tokens, int start, List<String> parts) {
    int i = start;
    for (int part = 0; part < parts.size(); part++) {
      if (part > 0 && !tokens.is(i++, TokenKind.DOT)) {
        return false;
      }
      if (!isName(tokens, i) || !Names.of(tokens, i).equals(parts.get(part))) {
        return false;
      }
      i++;
    }
    return !parts.isEmpty();
  }
}
