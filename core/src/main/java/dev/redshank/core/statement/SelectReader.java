package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads SELECT, VALUES and TABLE; SELECT INTO makes a table, and {@code SELECT set_config(…)} is a SET. */
final class SelectReader {
  private SelectReader() {}

  /**
   * Reads a query.
   *
   * @param start where the statement begins: at its WITH, or here
   * @param intoCreates whether SELECT INTO makes a table, as it does outside PL/pgSQL
   */
  static Statement read(TokenCursor cursor, int start, boolean intoCreates) {
    Optional<SetSetting> setting = setConfig(cursor, start);
    if (setting.isPresent()) {
      cursor.rest();
      return setting.get();
    }
    Optional<Statement> created = intoCreates ? selectInto(cursor, start) : Optional.empty();
    if (created.isPresent()) {
      return created.get();
    }
    cursor.rest();
    return select(cursor.tokensFrom(start));
  }

  static Select select(Tokens tokens) {
    return new Select(QueryReader.read(tokens), tokens.span());
  }

  private static Optional<Statement> selectInto(TokenCursor cursor, int start) {
    int from = cursor.position();
    while (!cursor.atEnd() && !cursor.atAny("INTO", "FROM")) {
      cursor.skipBalanced();
    }
    if (!cursor.accept("INTO")) {
      cursor.reset(from);
      return Optional.empty();
    }

    Persistence persistence = PersistenceReader.read(cursor);
    cursor.accept("TABLE");
    ObjectName name = cursor.name("a table");
    cursor.rest();
    Query query = QueryReader.read(cursor.tokensFrom(start));
    return Optional.of(new CreateTableAs(
        name, false, persistence, List.of(), true, query, true, cursor.spanFrom(start)));
  }

  /** {@code SELECT set_config('name', 'value', local)} with nothing else in it. */
  private static Optional<SetSetting> setConfig(TokenCursor cursor, int start) {
    if (start != cursor.position() || !cursor.at("SELECT")) {
      return Optional.empty();
    }
    Tokens tokens = cursor.tokens().slice(start, cursor.tokens().size());
    return setConfig(tokens);
  }

  /** The same behind the first word of {@code tokens}, which may be PL/pgSQL's PERFORM. */
  static Optional<SetSetting> setConfig(Tokens tokens) {
    int name = tokens.isWord(1, "pg_catalog") && tokens.is(2, TokenKind.DOT) ? 3 : 1;
    if (!tokens.isWord(name, "set_config") || !tokens.is(name + 1, TokenKind.OPEN)) {
      return Optional.empty();
    }
    int end = tokens.afterMatching(name + 1);
    boolean alone = end == tokens.size() || (tokens.isWord(end, "AS") && end + 2 == tokens.size());
    List<Tokens> arguments = tokens.slice(name + 2, end - 1).splitAtCommas();
    if (!alone || arguments.size() != 3) {
      return Optional.empty();
    }
    Tokens local = arguments.get(2);
    boolean constant = local.size() == 1 && (local.isWord(0, "TRUE") || local.isWord(0, "FALSE"));
    if (!constant) {
      return Optional.empty();
    }
    Optional<String> setting = new SqlExpression(arguments.get(0)).stringConstant();
    Optional<String> value = new SqlExpression(arguments.get(1)).stringConstant();
    return setting.flatMap(written -> value.map(constantValue -> new SetSetting(
        written.toLowerCase(Locale.ROOT),
        List.of(constantValue),
        local.isWord(0, "TRUE"),
        true,
        tokens.span())));
  }
}
