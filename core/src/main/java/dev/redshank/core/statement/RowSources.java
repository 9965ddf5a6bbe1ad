package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where the rows of an UPDATE or DELETE come from: its target, what FROM or USING joins to it, and its WITH queries. */
final class RowSources {
  private final Set<String> variables;
  private final Set<String> limitedWithNames = new HashSet<>();
  private final Map<String, Bound> joined = new HashMap<>();
  private final Set<String> aliases = new HashSet<>();

  /**
   * Nothing yet.
   *
   * @param variables the names of PL/pgSQL variables and of parameters, folded
   */
  RowSources(Set<String> variables) {
    this.variables = variables;
  }

  void addWithQuery(String name, Tokens body) {
    if (isLimited(body)) {
      limitedWithNames.add(name);
    }
  }

  void addTarget(String alias) {
    aliases.add(alias);
  }

  /** The tokens behind FROM or USING. */
  void addJoined(Tokens items) {
    boolean expects = true;
    for (int i = 0; i < items.size(); i++) {
      if (items.is(i, TokenKind.COMMA) || items.isWord(i, "JOIN")) {
        expects = true;
      } else if (items.isWord(i, "LATERAL") || items.isWord(i, "ONLY")) {
        continue;
      } else if (expects) {
        i = addItem(items, i) - 1;
        expects = false;
      } else if (items.is(i, TokenKind.OPEN)) {
        i = items.afterMatching(i) - 1;
      }
    }
  }

  /** Takes in one table, query or function, and returns the index behind it and its alias. */
  private int addItem(Tokens items, int start) {
    Bound bound = Bound.UNBOUNDED;
    int next = start;
    String name = "";
    if (items.is(start, TokenKind.OPEN)) {
      next = items.afterMatching(start);
      bound = queryBound(Operands.plain(items.slice(start, next)));
    } else if (items.is(start, TokenKind.WORD) || items.is(start, TokenKind.QUOTED_NAME)) {
      next = start + 1;
      while (items.is(next, TokenKind.DOT)) {
        next += 2;
      }
      next = Math.min(next, items.size());
      name = Names.of(items, next - 1);
      bound = limitedWithNames.contains(name) ? Bound.BATCH : Bound.UNBOUNDED;
      if (items.is(next, TokenKind.OPEN)) {
        bound = name.equals("unnest") ? Bound.SELECTIVE : Bound.UNBOUNDED;
        next = items.afterMatching(next);
      }
    } else {
      return start + 1;
    }
    next = items.isWord(next, "AS") ? next + 1 : next;
    boolean alias = items.is(next, TokenKind.QUOTED_NAME)
        || (items.is(next, TokenKind.WORD) && !isJoinWord(items, next));
    joined.put(alias ? Names.of(items, next) : name, bound);
    return alias ? next + 1 : next;
  }

  private Bound queryBound(Tokens query) {
    if (query.isWord(0, "VALUES")) {
      return Bound.SELECTIVE;
    }
    return isLimited(query) ? Bound.BATCH : Bound.UNBOUNDED;
  }

  static boolean isJoinWord(Tokens items, int index) {
    for (String word :
        new String[] {"JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "TABLESAMPLE"
        }) {
      if (items.isWord(index, word)) {
        return true;
      }
    }
    return ReservedWords.contains(items, index);
  }

  boolean isLimited(Tokens query) {
    return LimitedQuery.test(query, limitedWithNames);
  }

  boolean isVariable(String name) {
    return variables.contains(name) && !aliases.contains(name) && !joined.containsKey(name);
  }

  /** What an equality of two columns lets through: as many rows as the smaller source has. */
  Bound join(Tokens one, Tokens other) {
    Bound first = source(one);
    Bound second = source(other);
    return first.compareTo(second) > 0 ? first : second;
  }

  private Bound source(Tokens column) {
    if (column.is(1, TokenKind.DOT)) {
      return joined.getOrDefault(Names.of(column, column.size() - 3), Bound.UNBOUNDED);
    }
    boolean only = joined.size() == 1 && column.size() == 1;
    return only ? joined.values().iterator().next() : Bound.UNBOUNDED;
  }

  /** Whether a query inside a condition looks at the row that the condition is asked about. */
  boolean mentionedIn(Tokens query) {
    Set<String> own = new HashSet<>();
    for (ObjectName read : QueryReader.read(query).reads()) {
      own.add(read.name());
    }
    for (int i = 0; i + 1 < query.size(); i++) {
      boolean qualifier = (query.is(i, TokenKind.WORD) || query.is(i, TokenKind.QUOTED_NAME))
          && query.is(i + 1, TokenKind.DOT)
          && !query.is(i - 1, TokenKind.DOT);
      String name = qualifier ? Names.of(query, i) : "";
      if (qualifier
          && !own.contains(name)
          && (aliases.contains(name) || joined.containsKey(name))) {
        return true;
      }
    }
    return false;
  }
}
