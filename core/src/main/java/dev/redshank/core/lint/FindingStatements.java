package dev.redshank.core.lint;

import dev.redshank.core.baseline.KnownFinding;
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
  /** Deeper in each other, bodies are compared as they are written. */
  private static final int MOST_LEVELS = 8;

  private static final int MOST_SHOWN = 80;

  private final Map<SourceText, List<SqlStatement>> scripts = new HashMap<>();
  private final Map<SourceText, String> contents = new HashMap<>();

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

  /**
   * What names a finding in a baseline.
   *
   * @param onceADeploy whether its rule speaks once a deploy, about whatever statement comes first
   */
  KnownFinding known(LocatedFinding found, boolean onceADeploy) {
    Optional<SqlStatement> statement = of(found);
    String words = statement.map(one -> normalized(one.tokens(), 0)).orElse("");
    String hash = Fingerprint.of(words);
    String sql = statement.map(one -> shown(one.tokens())).orElse("");
    String path = found.source().path();
    return new KnownFinding(
        found.finding().rule(),
        path,
        onceADeploy ? "" : hash,
        onceADeploy ? contents.computeIfAbsent(found.source(), this::content) : hash,
        sql,
        Optional.empty());
  }

  private String content(SourceText source) {
    StringBuilder words = new StringBuilder();
    for (SqlStatement statement : SqlScript.read(source).statements()) {
      words.append(normalized(statement.tokens(), 0)).append('\n');
    }
    return Fingerprint.of(words.toString());
  }

  /** The words without comments, spaces and case, also inside the bodies of routines. */
  private static String normalized(Tokens tokens, int depth) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      words.append(i > 0 ? " " : "");
      if (tokens.is(i, TokenKind.DOLLAR_STRING) && depth < MOST_LEVELS) {
        SourceText body = Literals.inside(tokens, i).orElseThrow();
        words
            .append("$$ ")
            .append(normalized(SqlScript.tokens(body), depth + 1))
            .append(" $$");
      } else {
        words.append(tokens.is(i, TokenKind.WORD) ? Names.fold(tokens.text(i)) : tokens.text(i));
      }
    }
    return words.toString();
  }

  /** The beginning of a statement; its constants may hold secrets. */
  private static String shown(Tokens tokens) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < tokens.size() && sql.length() < MOST_SHOWN; i++) {
      boolean apart = i > 0 && tokens.contentStart(i) > tokens.contentEnd(i - 1);
      sql.append(apart ? " " : "");
      switch (tokens.kind(i)) {
        case STRING, DOLLAR_STRING, BIT_STRING, UNTERMINATED, COPY_DATA -> sql.append("'…'");
        default -> sql.append(tokens.text(i));
      }
    }
    return sql.length() <= MOST_SHOWN ? sql.toString() : sql.substring(0, MOST_SHOWN) + "…";
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
