package dev.redshank.sandbox.replay.report;

import dev.redshank.core.postgres.Keywords;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.report.html.Html;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.Locale;

/** SQL for reading: keywords and strings stand out, line breaks stay. */
public final class HtmlSql {
  private final SourceText source;
  private final StringBuilder html = new StringBuilder();
  private int written;

  private HtmlSql(SourceText source) {
    this.source = source;
  }

  public static String of(String sql) {
    HtmlSql marked = new HtmlSql(SourceText.of("statement", sql));
    marked.tokens(SqlScript.tokens(marked.source));
    marked.writeTo(sql.length());
    return marked.html.toString();
  }

  private void tokens(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      String element = element(tokens, i);
      if (!element.isEmpty() && tokens.span(i).start() >= written) {
        mark(element, tokens.span(i));
      }
    }
  }

  /** A keyword is one where it is written as one: a column may have the name of many of them. */
  private static String element(Tokens tokens, int index) {
    TokenKind kind = tokens.kind(index);
    if (kind == TokenKind.STRING || kind == TokenKind.DOLLAR_STRING) {
      return "i";
    }
    String text = tokens.text(index);
    boolean keyword = kind == TokenKind.WORD
        && text.equals(text.toUpperCase(Locale.ROOT))
        && Keywords.category(text.toLowerCase(Locale.ROOT), PgVersion.DEFAULT).isPresent();
    return keyword ? "b" : "";
  }

  private void mark(String element, Span span) {
    writeTo(span.start());
    html.append('<').append(element).append('>');
    writeTo(span.end());
    html.append("</").append(element).append('>');
  }

  private void writeTo(int end) {
    html.append(Html.text(source.content().substring(written, end)));
    written = end;
  }
}
