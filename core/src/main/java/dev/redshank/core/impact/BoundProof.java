package dev.redshank.core.impact;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.PartitionBound;
import dev.redshank.core.statement.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a CHECK shows that rows lie within a partition's bounds, in the forms that people write for it: {@code column >= from AND
 * column < to}, and {@code column IN (…)}. PostgreSQL proves more than this.
 */
final class BoundProof {
  private final String column;
  private final List<String> facts;

  private BoundProof(String column, List<String> facts) {
    this.column = column;
    this.facts = facts;
  }

  static boolean proves(SqlExpression check, String column, PartitionBound bound) {
    List<String> facts = conjuncts(check.tokens());
    return new BoundProof(column, facts).within(bound.values().tokens());
  }

  private boolean within(Tokens values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.isWord(i, "FROM")) {
        return inRange(values, i + 1);
      }
      if (values.isWord(i, "IN")) {
        return inList(values, i + 1);
      }
    }
    return false;
  }

  private boolean inRange(Tokens values, int from) {
    int to = values.afterMatching(from);
    if (!values.isWord(to, "TO")) {
      return false;
    }
    String least = plain(values.slice(from + 1, to - 1));
    String beyond = plain(values.slice(to + 2, values.afterMatching(to + 1) - 1));
    return (least.equals("minvalue") || facts.contains(column + " >= " + least))
        && (beyond.equals("maxvalue") || facts.contains(column + " < " + beyond));
  }

  private boolean inList(Tokens values, int open) {
    Set<String> allowed = members(values.slice(open + 1, values.afterMatching(open) - 1));
    return facts.stream().anyMatch(fact -> isOneOf(fact, allowed));
  }

  private boolean isOneOf(String fact, Set<String> allowed) {
    String equals = column + " = ";
    String among = column + " in ( ";
    if (fact.startsWith(equals)) {
      return allowed.contains(fact.substring(equals.length()));
    }
    return fact.startsWith(among)
        && allowed.containsAll(
            List.of(fact.substring(among.length(), fact.length() - 2).split(" , ")));
  }

  private static Set<String> members(Tokens list) {
    return list.splitAtCommas().stream().map(BoundProof::plain).collect(Collectors.toSet());
  }

  /** The parts between AND on the top level. */
  private static List<String> conjuncts(Tokens tokens) {
    Tokens inner = tokens;
    while (inner.is(0, TokenKind.OPEN) && inner.afterMatching(0) == inner.size()) {
      inner = inner.slice(1, inner.size() - 1);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < inner.size(); i++) {
      depth += inner.is(i, TokenKind.OPEN) ? 1 : inner.is(i, TokenKind.CLOSE) ? -1 : 0;
      if (depth == 0 && inner.isWord(i, "OR")) {
        return List.of();
      }
      if (depth == 0 && inner.isWord(i, "AND")) {
        parts.addAll(part(inner.slice(start, i)));
        start = i + 1;
      }
    }
    if (start > 0) {
      parts.addAll(part(inner.slice(start, inner.size())));
      return parts;
    }
    return List.of(plain(inner));
  }

  private static List<String> part(Tokens tokens) {
    return tokens.is(0, TokenKind.OPEN) ? conjuncts(tokens) : List.of(plain(tokens));
  }

  /** Without casts: {@code date '2026-01-01'} and {@code '2026-01-01'::date} are the constant. */
  private static String plain(Tokens tokens) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      boolean type = tokens.is(i, TokenKind.WORD) && tokens.is(i + 1, TokenKind.STRING);
      if (type) {
        continue;
      }
      if (tokens.isOperator(i, "::")) {
        i++;
        continue;
      }
      boolean name = tokens.is(i, TokenKind.WORD) || tokens.is(i, TokenKind.QUOTED_NAME);
      text.append(text.length() == 0 ? "" : " ")
          .append(name ? Names.of(tokens, i) : tokens.text(i));
    }
    return text.toString();
  }
}
