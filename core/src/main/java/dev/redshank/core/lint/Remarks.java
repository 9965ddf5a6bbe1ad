package dev.redshank.core.lint;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.RoutineBody;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The comments of a migration with the statements that they are about, also inside DO blocks. */
final class Remarks {
  private final SourceText source;
  private final List<Remark> found = new ArrayList<>();

  private Remarks(SourceText source) {
    this.source = source;
  }

  /**
   * A comment.
   *
   * @param about the statement around it, else the one that ends on its line before it, else the next one
   */
  record Remark(Span span, Optional<Span> about) {}

  /** Every comment, in order. */
  static List<Remark> of(SourceText source) {
    Remarks remarks = new Remarks(source);
    SqlScript script = SqlScript.read(source);
    List<Span> statements = script.statements().stream().map(SqlStatement::span).toList();
    remarks.level(statements, script.comments());
    for (SqlStatement statement : script.statements()) {
      if (statement.tokens().isWord(0, "DO")) {
        remarks.block(statement);
      }
    }
    remarks.found.sort(Comparator.comparingInt(remark -> remark.span().start()));
    return remarks.found;
  }

  private void block(SqlStatement statement) {
    Statement read = new StatementReader().read(statement);
    List<Span> inside = new ArrayList<>();
    if (read instanceof DoBlock block) {
      block.body().ifPresent(body -> collect(body.steps(), inside));
    }
    inside.sort(Comparator.comparingInt(Span::start));
    Tokens tokens = statement.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.DOLLAR_STRING) || tokens.is(i, TokenKind.STRING)) {
        Literals.inside(tokens, i)
            .ifPresent(body -> level(inside, SqlScript.read(body).comments()));
      }
    }
  }

  private static void collect(List<RoutineBody.Step> steps, List<Span> spans) {
    for (RoutineBody.Step step : steps) {
      if (step instanceof RoutineBody.Run run) {
        spans.add(run.statement().span());
      } else if (step instanceof RoutineBody.Loop loop) {
        collect(loop.steps(), spans);
      } else if (step instanceof RoutineBody.Branches branches) {
        branches.branches().forEach(branch -> collect(branch, spans));
      } else if (step instanceof RoutineBody.Block block) {
        collect(block.steps(), spans);
        block.handlers().forEach(handler -> collect(handler, spans));
      }
    }
  }

  private void level(List<Span> statements, List<Span> comments) {
    for (Span comment : comments) {
      found.add(new Remark(comment, about(comment, statements)));
    }
  }

  private Optional<Span> about(Span comment, List<Span> statements) {
    int next = firstBehind(comment, statements);
    if (next > 0) {
      Span before = statements.get(next - 1);
      boolean inside = before.contains(comment);
      if (inside || isOnOneLine(before.end(), comment.start())) {
        return Optional.of(before);
      }
    }
    return next < statements.size() ? Optional.of(statements.get(next)) : Optional.empty();
  }

  /** The index of the first statement that begins behind the comment's beginning. */
  private static int firstBehind(Span comment, List<Span> statements) {
    int low = 0;
    int high = statements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (statements.get(middle).start() > comment.start()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean isOnOneLine(int from, int to) {
    String text = source.file();
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return false;
      }
    }
    return true;
  }
}
