package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the tables whose rows a query locks: FOR UPDATE and the like reach what stands in FROM beside them, with OF only
 * what is named there, and what the subqueries in FROM read; never what a condition reads.
 */
final class RowLocks {
  private final Tokens tokens;
  private final Set<ObjectName> locked = new LinkedHashSet<>();
  private final Deque<Level> outer = new ArrayDeque<>();
  private Level level = new Level(false);
  private int at;

  private RowLocks(Tokens tokens) {
    this.tokens = tokens;
  }

  /** What FROM names: a table, or a subquery with the tables in its own FROM. */
  private record Source(String alias, List<ObjectName> tables) {}

  /** A query, or any other parentheses. */
  private static final class Level {
    private final boolean isSource;
    private final List<Source> sources = new ArrayList<>();
    private boolean inFrom;
    private boolean expectsSource;

    private Level(boolean isSource) {
      this.isSource = isSource;
    }

    private void from() {
      inFrom = true;
      expectsSource = true;
    }

    private void leaveFrom() {
      inFrom = false;
      expectsSource = false;
    }

    private List<ObjectName> tables() {
      return sources.stream().flatMap(source -> source.tables().stream()).toList();
    }
  }

  /** The names, in the order in which they are locked; those of WITH queries may be among them. */
  static Set<ObjectName> in(Tokens tokens) {
    return hasClause(tokens) ? new RowLocks(tokens).scan() : Set.of();
  }

  private static boolean hasClause(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (isClause(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isClause(Tokens tokens, int at) {
    return tokens.isWord(at, "FOR")
        && (tokens.isWord(at + 1, "UPDATE")
            || tokens.isWord(at + 1, "SHARE")
            || tokens.areWords(at + 1, "NO", "KEY", "UPDATE")
            || tokens.areWords(at + 1, "KEY", "SHARE"));
  }

  private Set<ObjectName> scan() {
    for (; at < tokens.size(); at++) {
      switch (tokens.kind(at)) {
        case OPEN -> open();
        case CLOSE -> close();
        case COMMA -> level.expectsSource = level.inFrom;
        case WORD, QUOTED_NAME -> word();
        default -> level.expectsSource = false;
      }
    }
    return locked;
  }

  /** Parentheses around joined tables hold sources from the beginning. */
  private void open() {
    Level inner = new Level(level.expectsSource);
    inner.inFrom = level.expectsSource;
    inner.expectsSource = level.expectsSource;
    level.expectsSource = false;
    outer.push(level);
    level = inner;
  }

  private void close() {
    if (outer.isEmpty()) {
      return;
    }
    Level inner = level;
    level = outer.pop();
    if (inner.isSource) {
      Optional<String> alias = alias();
      if (alias.isPresent()) {
        level.sources.add(new Source(alias.get(), inner.tables()));
      } else {
        level.sources.addAll(inner.sources);
      }
    }
  }

  private void word() {
    if (isClause(tokens, at)) {
      lock();
    } else if (isAny("FROM", "JOIN", "TABLE")) {
      level.from();
    } else if (isAny("SELECT", "VALUES", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET")
        || isAny("FETCH", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "WITH", "RETURNING", "FOR")) {
      level.leaveFrom();
    } else if (level.expectsSource && !isAny("ONLY", "LATERAL")) {
      source();
    }
  }

  private boolean isAny(String... words) {
    for (String word : words) {
      if (tokens.isWord(at, word)) {
        return true;
      }
    }
    return false;
  }

  private void source() {
    level.expectsSource = false;
    int first = at;
    while (tokens.is(at + 1, TokenKind.DOT) && at + 2 < tokens.size()) {
      at += 2;
    }
    if (tokens.is(at + 1, TokenKind.OPEN)) {
      return;
    }
    ObjectName name = QueryScan.objectName(tokens, first, at);
    level.sources.add(new Source(alias().orElse(name.name()), List.of(name)));
  }

  /** The alias behind this place, which is taken in. */
  private Optional<String> alias() {
    int next = tokens.isWord(at + 1, "AS") ? at + 2 : at + 1;
    boolean alias = tokens.is(next, TokenKind.QUOTED_NAME)
        || (tokens.is(next, TokenKind.WORD) && !RowSources.isJoinWord(tokens, next));
    if (!alias) {
      return Optional.empty();
    }
    at = next;
    return Optional.of(Names.of(tokens, next));
  }

  private void lock() {
    level.leaveFrom();
    while (!tokens.isWord(at, "UPDATE") && !tokens.isWord(at, "SHARE")) {
      at++;
    }
    Set<String> of = tokens.isWord(at + 1, "OF") ? namesOf() : Set.of();
    for (Source source : level.sources) {
      if (of.isEmpty() || of.contains(source.alias())) {
        locked.addAll(source.tables());
      }
    }
  }

  private Set<String> namesOf() {
    Set<String> names = new HashSet<>();
    at++;
    do {
      at++;
      names.add(Names.of(tokens, at));
    } while (tokens.is(at + 1, TokenKind.COMMA) && ++at + 1 < tokens.size());
    return names;
  }
}
