package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pass over the tokens of a query, with a stack of the parentheses around each. */
final class QueryScan {
  private static final int LONGEST_WORD = 12;

  private final Tokens tokens;
  private final Set<ObjectName> reads = new LinkedHashSet<>();
  private final Set<ObjectName> whole = new LinkedHashSet<>();
  private final Set<ObjectName> writes = new LinkedHashSet<>();
  private final CallList calls;
  private final List<QueryLevel> levels = new ArrayList<>();
  private final Map<String, Integer> withNames = new HashMap<>();
  private QueryLevel level = new QueryLevel();
  private int depth;
  private int at;

  QueryScan(Tokens tokens) {
    this.tokens = tokens;
    this.calls = new CallList(tokens);
    levels.add(level);
  }

  Query scan() {
    while (at < tokens.size()) {
      step();
    }
    Set<ObjectName> only = new LinkedHashSet<>(reads);
    only.removeAll(whole);
    return new Query(List.copyOf(reads), only, List.copyOf(writes), calls.finished(), tokens);
  }

  private void step() {
    switch (tokens.kind(at)) {
      case OPEN, OPEN_BRACKET -> open();
      case CLOSE, CLOSE_BRACKET -> close();
      case COMMA -> comma();
      case WORD -> word();
      case QUOTED_NAME, PARAMETER -> name();
      case SEMICOLON -> level.leaveFrom();
      default -> level.expectsRelation = false;
    }
    at++;
  }

  private void open() {
    boolean relations = level.expectsRelation;
    level.expectsRelation = false;
    int call = tokens.is(at, TokenKind.OPEN) ? calls.open(at) : CallList.NONE;
    depth++;
    if (depth == levels.size()) {
      levels.add(new QueryLevel());
    }
    level = levels.get(depth);
    level.begin(call);
    level.inFrom = relations;
    level.expectsRelation = relations;
  }

  private void close() {
    calls.close(level.call, at);
    if (depth == 0) {
      return;
    }
    for (String name : level.withNames) {
      withNames.merge(name, -1, Integer::sum);
    }
    depth--;
    level = levels.get(depth);
  }

  private void comma() {
    calls.comma(level.call);
    level.expectsRelation = level.inFrom;
    if (level.inWith) {
      activateWithName();
      withName(at + 1);
    }
  }

  private void word() {
    calls.word(level.call, at);
    if (tokens.contentEnd(at) - tokens.contentStart(at) > LONGEST_WORD
        || tokens.is(at - 1, TokenKind.DOT)) {
      name();
      return;
    }
    switch (tokens.text(at).toUpperCase(Locale.ROOT)) {
      case "WITH" -> with();
      case "SELECT", "VALUES" -> mainVerb();
      case "PERFORM", "RETURN" -> {
        if (at == 0) {
          mainVerb();
        } else {
          name();
        }
      }
      case "FROM" -> from();
      case "JOIN" -> enterFrom();
      case "USING" -> using();
      case "TABLE" -> table();
      case "UPDATE", "INSERT", "MERGE", "DELETE" -> change();
      case "ONLY", "LATERAL" -> {}
      case "WHERE",
          "GROUP",
          "HAVING",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "WINDOW",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "RETURNING",
          "INTO",
          "SET",
          "WHEN" -> level.leaveFrom();
      case "ON", "AS", "AND", "OR", "NOT" -> level.expectsRelation = false;
      default -> name();
    }
  }

  /** A word that may name a relation, or the function that the next bracket calls. */
  private void name() {
    if (!level.expectsRelation || ReservedWords.contains(tokens, at)) {
      return;
    }
    if (tokens.isWord(at, "ROWS")
        && tokens.isWord(at + 1, "FROM")
        && tokens.is(at + 2, TokenKind.OPEN)) {
      at++;
      return;
    }
    int last = lastPart(at);
    level.expectsRelation = false;
    if (!tokens.is(last + 1, TokenKind.OPEN)) {
      read(objectName(tokens, at, last), isBehindOnly(at));
      at = last;
      return;
    }
    at = last;
  }

  /** {@code ONLY orders} or {@code ONLY (orders)}. */
  private boolean isBehindOnly(int first) {
    return tokens.isWord(tokens.is(first - 1, TokenKind.OPEN) ? first - 2 : first - 1, "ONLY");
  }

  private void read(ObjectName name, boolean only) {
    boolean isWithName = name.schema().isEmpty() && withNames.getOrDefault(name.name(), 0) > 0;
    if (!isWithName) {
      reads.add(name);
      if (!only) {
        whole.add(name);
      }
    }
  }

  private void mainVerb() {
    activateWithName();
    level.inWith = false;
    level.query = true;
    level.leaveFrom();
  }

  private void from() {
    boolean comparison = tokens.isWord(at - 1, "DISTINCT")
        && (tokens.isWord(at - 2, "IS") || tokens.isWord(at - 2, "NOT"));
    if (level.query && !comparison) {
      enterFrom();
    }
  }

  private void enterFrom() {
    level.inFrom = true;
    level.expectsRelation = true;
  }

  /** DELETE and MERGE have their FROM behind USING; everywhere else it begins a list of columns. */
  private void using() {
    if (level.usingIsFrom) {
      level.usingIsFrom = false;
      enterFrom();
    } else {
      level.expectsRelation = false;
    }
  }

  /** {@code TABLE orders} is a query, {@code INTO TEMP TABLE copy} is none. */
  private void table() {
    boolean temporary = tokens.isWord(at - 1, "TEMP")
        || tokens.isWord(at - 1, "TEMPORARY")
        || tokens.isWord(at - 1, "UNLOGGED");
    boolean afterInto = tokens.isWord(temporary ? at - 2 : at - 1, "INTO");
    if (!afterInto) {
      mainVerb();
      level.expectsRelation = true;
    }
  }

  /** UPDATE, INSERT INTO, DELETE FROM or MERGE INTO; FOR UPDATE and DO UPDATE SET change nothing by themselves. */
  private void change() {
    boolean update = tokens.isWord(at, "UPDATE");
    boolean delete = tokens.isWord(at, "DELETE");
    int target = at + 1;
    if (update
        ? tokens.isWord(at - 1, "FOR")
            || tokens.isWord(at - 1, "KEY")
            || tokens.isWord(target, "SET")
        : !tokens.isWord(target, delete ? "FROM" : "INTO")) {
      level.leaveFrom();
      // The INSERT of a MERGE names its columns only.
      calls.notCalledAt(at + 1);
      return;
    }
    target = update ? target : target + 1;
    target = tokens.isWord(target, "ONLY") ? target + 1 : target;
    mainVerb();
    level.usingIsFrom = delete || tokens.isWord(at, "MERGE");
    if (isName(target)) {
      int last = lastPart(target);
      if (depth > 0) {
        writes.add(objectName(tokens, target, last));
      }
      at = last;
      calls.notCalledAt(last + 1);
    }
  }

  private void with() {
    boolean recursive = tokens.isWord(at + 1, "RECURSIVE");
    int name = recursive ? at + 2 : at + 1;
    boolean ordinality = tokens.isWord(name, "ORDINALITY") && tokens.is(at - 1, TokenKind.CLOSE);
    if (ordinality || !isName(name)) {
      return;
    }
    boolean list = tokens.isWord(name + 1, "AS") || tokens.is(name + 1, TokenKind.OPEN);
    if (list) {
      level.leaveFrom();
      level.inWith = true;
      level.recursive = recursive;
      withName(name);
    }
  }

  /** The name of a WITH query hides tables from its own body on if it is recursive, otherwise behind its body. */
  private void withName(int index) {
    boolean named =
        isName(index) && (tokens.isWord(index + 1, "AS") || tokens.is(index + 1, TokenKind.OPEN));
    if (!named) {
      return;
    }
    calls.notCalledAt(index + 1);
    level.waitingWithName = Names.of(tokens, index);
    if (level.recursive) {
      activateWithName();
    }
  }

  private void activateWithName() {
    if (!level.waitingWithName.isEmpty()) {
      withNames.merge(level.waitingWithName, 1, Integer::sum);
      level.withNames.add(level.waitingWithName);
      level.waitingWithName = "";
    }
  }

  private boolean isName(int index) {
    return tokens.is(index, TokenKind.QUOTED_NAME)
        || (tokens.is(index, TokenKind.PARAMETER) && tokens.text(index).startsWith(":"))
        || (tokens.is(index, TokenKind.WORD) && !ReservedWords.contains(tokens, index));
  }

  private int lastPart(int first) {
    int last = first;
    while (tokens.is(last + 1, TokenKind.DOT)
        && (tokens.is(last + 2, TokenKind.WORD) || tokens.is(last + 2, TokenKind.QUOTED_NAME))) {
      last += 2;
    }
    return last;
  }

  static ObjectName objectName(Tokens tokens, int first, int last) {
    Optional<String> schema =
        last > first ? Optional.of(Names.of(tokens, last - 2)) : Optional.empty();
    return new ObjectName(schema, Names.of(tokens, last), tokens.span(first, last));
  }
}
