package dev.redshank.core.sql;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a source text in order. Reading one never fails: what is no SQL becomes a
 * statement too, and whoever reads statements says why it is not understood.
 */
public final class SqlScript {
  private final SourceText source;
  private final List<SqlStatement> statements;
  private final List<Span> comments;

  private SqlScript(SourceText source, List<SqlStatement> statements, List<Span> comments) {
    this.source = source;
    this.statements = List.copyOf(statements);
    this.comments = List.copyOf(comments);
  }

  /** Splits a text at its semicolons as PostgreSQL does. */
  public static SqlScript read(SourceText source) {
    TokenTable table = Lexer.lex(source);
    return new SqlScript(source, new Splitter(table).split(), table.comments());
  }

  /** The tokens of a text that is no script, such as the body of a PL/pgSQL block. */
  public static Tokens tokens(SourceText source) {
    TokenTable table = Lexer.lex(source);
    return new Tokens(table, 0, table.size());
  }

  public SourceText source() {
    return source;
  }

  public List<SqlStatement> statements() {
    return statements;
  }

  /** Every comment of the text, in order. */
  public List<Span> comments() {
    return comments;
  }

  /** Cuts tokens into statements. */
  private static final class Splitter {
    private final TokenTable table;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int nextComment;
    private int extentStart;

    Splitter(TokenTable table) {
      this.table = table;
    }

    List<SqlStatement> split() {
      int start = 0;
      while (start < table.size()) {
        if (table.kind(start) == TokenKind.SEMICOLON) {
          start++;
          continue;
        }
        int end = StatementEnd.after(table, start);
        boolean last = end >= table.size();
        boolean closed = !last && table.kind(end) == TokenKind.SEMICOLON;
        int next = closed ? end + 1 : end;
        if (next < table.size() && table.kind(next) == TokenKind.COPY_DATA) {
          next++;
        }
        while (next < table.size() && table.kind(next) == TokenKind.SEMICOLON) {
          next++;
        }
        add(start, end, next);
        start = next;
      }
      return statements;
    }

    private void add(int start, int end, int next) {
      Tokens tokens = new Tokens(table, start, end);
      Span whole = table.source.toFile(0, table.source.content().length());
      int extentEnd = next < table.size()
          ? table.source.toFile(table.end(next - 1), table.end(next - 1)).start()
          : whole.end();
      if (statements.isEmpty()) {
        extentStart = whole.start();
      }
      Span span = tokens.span();
      extentEnd = Math.max(extentEnd, span.end());
      extentStart = Math.min(extentStart, span.start());
      statements.add(new SqlStatement(
          tokens, span, new Span(extentStart, extentEnd), commentsBefore(span.end())));
      extentStart = extentEnd;
    }

    private List<Span> commentsBefore(int end) {
      List<Span> all = table.comments();
      int from = nextComment;
      while (nextComment < all.size() && all.get(nextComment).start() < end) {
        nextComment++;
      }
      return all.subList(from, nextComment);
    }
  }
}
