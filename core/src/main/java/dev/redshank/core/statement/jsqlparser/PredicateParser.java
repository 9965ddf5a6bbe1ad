package dev.redshank.core.statement.jsqlparser;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.TokenMgrException;

/**
 * Reads conditions whose shape tokens alone do not settle.
 *
 * <p>JSqlParser descends into itself for each parenthesis (1,000 overflow the stack), and looks ahead without a limit. So
 * what it is given is limited by depth and size: the same condition has the same answer on every machine.
 */
public final class PredicateParser {
  /** How deep parentheses, CASE and NOT may stand in each other. */
  static final int MAX_DEPTH = 100;

  /** How many tokens a condition may have. */
  static final int MAX_TOKENS = 5_000;

  private PredicateParser() {}

  /** The condition as a tree; empty when it is too large or JSqlParser does not understand it. */
  public static Optional<Predicate> parse(Tokens condition) {
    if (condition.isEmpty() || condition.size() > MAX_TOKENS || depth(condition) > MAX_DEPTH) {
      return Optional.empty();
    }
    try {
      return tree(text(condition));
    } catch (ParseException | TokenMgrException | StackOverflowError tooHard) {
      return Optional.empty();
    }
  }

  private static Optional<Predicate> tree(String condition) throws ParseException {
    CCJSqlParser parser = new CCJSqlParser(new StringProvider(condition));
    parser.withDialect(Dialect.POSTGRESQL).withAllowComplexParsing(true);
    try (Watchdog.Watch watch = Watchdog.over(parser)) {
      Expression expression = parser.Expression();
      boolean whole = parser.getNextToken().kind == CCJSqlParserConstants.EOF;
      return whole && !watch.barked() ? Optional.of(TreeReader.read(expression)) : Optional.empty();
    }
  }

  /** The condition in one line, with a plain name for each placeholder, which JSqlParser does not know. */
  private static String text(Tokens condition) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < condition.size(); i++) {
      String token = condition.text(i);
      boolean placeholder = condition.is(i, TokenKind.WORD) && token.contains("${");
      text.append(placeholder ? withoutPlaceholders(token) : token);
      boolean joined = condition.is(i, TokenKind.DOT) || condition.is(i + 1, TokenKind.DOT);
      text.append(joined ? "" : " ");
    }
    return text.toString();
  }

  private static String withoutPlaceholders(String word) {
    StringBuilder name = new StringBuilder("placeholder_");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      name.append(Character.isLetterOrDigit(c) ? c : '_');
    }
    return name.toString();
  }

  private static int depth(Tokens condition) {
    int depth = 0;
    int deepest = 0;
    int nots = 0;
    for (int i = 0; i < condition.size(); i++) {
      if (condition.is(i, TokenKind.OPEN)
          || condition.is(i, TokenKind.OPEN_BRACKET)
          || condition.isWord(i, "CASE")) {
        deepest = Math.max(deepest, ++depth);
      } else if (condition.is(i, TokenKind.CLOSE)
          || condition.is(i, TokenKind.CLOSE_BRACKET)
          || condition.isWord(i, "END")) {
        depth--;
      }
      nots = condition.isWord(i, "NOT") ? nots + 1 : 0;
      deepest = Math.max(deepest, nots);
    }
    return deepest;
  }
}
