package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.RoutineBody.Block;
import dev.redshank.core.statement.RoutineBody.Branches;
import dev.redshank.core.statement.RoutineBody.Loop;
import dev.redshank.core.statement.RoutineBody.Step;
import dev.redshank.core.statement.RoutineBody.Unread;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a body in PL/pgSQL (<a href="https://www.postgresql.org/docs/current/plpgsql.html">PL/pgSQL</a>): its blocks,
 * loops and branches. {@link PlpgsqlStatements} reads what stands in them. Where the body does not go on as it has to, the
 * rest of it is one {@link Unread}.
 */
final class PlpgsqlReader {
  private final Tokens tokens;
  private final Set<String> variables;
  private int at;
  private boolean failed;

  private PlpgsqlReader(Tokens tokens, BodyContext context) {
    this.tokens = tokens;
    this.variables = new HashSet<>(context.variables());
  }

  static RoutineBody read(Tokens tokens, BodyContext context) {
    return new RoutineBody(
        new PlpgsqlReader(tokens, context).body(context.depth()), SqlBody.span(tokens));
  }

  private List<Step> body(int depth) {
    List<Step> steps = new ArrayList<>();
    if (tokens.isEmpty()) {
      return steps;
    }
    skipLabels();
    if (!atWord("DECLARE") && !atWord("BEGIN")) {
      fail(steps, "a PL/pgSQL body begins with DECLARE or BEGIN");
      return steps;
    }
    block(steps, depth);
    if (!failed && at < tokens.size()) {
      fail(steps, "nothing may follow the END of the body");
    }
    boolean plain =
        steps.size() == 1 && steps.get(0) instanceof Block top && top.handlers().isEmpty();
    return plain ? ((Block) steps.get(0)).steps() : steps;
  }

  private void steps(List<Step> out, int depth) {
    while (at < tokens.size() && !atStop()) {
      int before = at;
      statement(out, depth + 1);
      if (at == before) {
        fail(out, "the statement is not understood");
      }
    }
  }

  private boolean atStop() {
    return atWord("END")
        || atWord("ELSE")
        || atWord("ELSIF")
        || atWord("ELSEIF")
        || atWord("WHEN")
        || (atWord("EXCEPTION") && tokens.isWord(at + 1, "WHEN"));
  }

  private void statement(List<Step> out, int depth) {
    skipLabels();
    if (new BodyContext(variables, depth).tooDeep()) {
      fail(out, "blocks inside blocks more than 100 deep");
      return;
    }
    if (tokens.is(at, TokenKind.SEMICOLON)) {
      at++;
    } else if (atWord("DECLARE") || atWord("BEGIN")) {
      block(out, depth);
    } else if (atWord("IF")) {
      branchesOfIf(out, depth);
    } else if (atWord("CASE")) {
      branchesOfCase(out, depth);
    } else if (atWord("LOOP") || atWord("WHILE") || atWord("FOR") || atWord("FOREACH")) {
      loop(out, depth);
    } else {
      int end = find(at, tokens.size(), TokenKind.SEMICOLON);
      statements(depth).read(tokens.slice(at, end), out);
      at = Math.min(end + 1, tokens.size());
    }
  }

  private PlpgsqlStatements statements(int depth) {
    return new PlpgsqlStatements(new BodyContext(variables, depth));
  }

  private void block(List<Step> out, int depth) {
    int start = at;
    if (atWord("DECLARE")) {
      declarations();
    }
    List<Step> steps = new ArrayList<>();
    List<List<Step>> handlers = new ArrayList<>();
    if (!atWord("BEGIN")) {
      fail(out, "no BEGIN follows DECLARE");
      return;
    }
    at++;
    steps(steps, depth);
    if (atWord("EXCEPTION")) {
      at++;
      while (atWord("WHEN") && skipTo("THEN", steps)) {
        List<Step> handler = new ArrayList<>();
        steps(handler, depth);
        handlers.add(handler);
      }
    }
    endOf(steps, "");
    out.add(new Block(steps, handlers, spanFrom(start)));
  }

  private void declarations() {
    while (at < tokens.size() && !atWord("BEGIN")) {
      if (atWord("DECLARE")) {
        at++;
        continue;
      }
      addVariable(at);
      at = Math.min(find(at, tokens.size(), TokenKind.SEMICOLON) + 1, tokens.size());
    }
  }

  private void addVariable(int index) {
    if (tokens.is(index, TokenKind.WORD) || tokens.is(index, TokenKind.QUOTED_NAME)) {
      variables.add(Names.of(tokens, index));
    }
  }

  private void branchesOfIf(List<Step> out, int depth) {
    int start = at;
    List<List<Step>> branches = new ArrayList<>();
    List<Step> conditions = new ArrayList<>();
    boolean more = condition(conditions, "THEN", depth);
    while (more) {
      List<Step> branch = new ArrayList<>();
      branches.add(branch);
      steps(branch, depth);
      more = false;
      if (atWord("ELSIF") || atWord("ELSEIF")) {
        more = condition(conditions, "THEN", depth);
      } else if (atWord("ELSE")) {
        at++;
        more = true;
      }
    }
    endOf(branches.isEmpty() ? conditions : branches.get(branches.size() - 1), "IF");
    out.addAll(conditions);
    out.add(new Branches(branches, spanFrom(start)));
  }

  private void branchesOfCase(List<Step> out, int depth) {
    int start = at;
    List<List<Step>> branches = new ArrayList<>();
    List<Step> conditions = new ArrayList<>();
    condition(conditions, "WHEN", depth);
    at = failed ? at : at - 1;
    while (atWord("WHEN") || atWord("ELSE")) {
      if (atWord("ELSE")) {
        at++;
      } else if (!condition(conditions, "THEN", depth)) {
        break;
      }
      List<Step> branch = new ArrayList<>();
      branches.add(branch);
      steps(branch, depth);
    }
    endOf(branches.isEmpty() ? conditions : branches.get(branches.size() - 1), "CASE");
    out.addAll(conditions);
    out.add(new Branches(branches, spanFrom(start)));
  }

  /** Steps over the next word, its condition, and {@code last}; a condition that reads tables is a query that runs. */
  private boolean condition(List<Step> out, String last, int depth) {
    int from = at + 1;
    if (!skipTo(last, out)) {
      return false;
    }
    statements(depth).reads(tokens.slice(from, at - 1), out);
    return true;
  }

  private void loop(List<Step> out, int depth) {
    int start = at;
    List<Step> steps = new ArrayList<>();
    boolean walks = atWord("FOR");
    boolean whilst = atWord("WHILE");
    int from = at + 1;
    boolean plain = atWord("LOOP");
    if (plain) {
      at++;
    } else if (!skipTo("LOOP", out)) {
      return;
    }
    Tokens head = plain ? tokens.slice(at, at) : tokens.slice(from, at - 1);
    if (walks) {
      walk(head, steps, depth);
    } else if (whilst) {
      statements(depth).reads(head, steps);
    } else if (!plain) {
      variables.add(Names.fold(head.isEmpty() ? "" : head.text(0)));
    }
    steps(steps, depth);
    endOf(steps, "LOOP");
    out.add(new Loop(steps, spanFrom(start)));
  }

  /** {@code a, b IN query}, {@code i IN 1..10}, {@code r IN EXECUTE '…'} or {@code r IN cursor}. */
  private void walk(Tokens head, List<Step> steps, int depth) {
    int in = 0;
    while (in < head.size() && !head.isWord(in, "IN")) {
      if (head.is(in, TokenKind.WORD) || head.is(in, TokenKind.QUOTED_NAME)) {
        variables.add(Names.of(head, in));
      }
      in++;
    }
    statements(depth).walked(head.slice(Math.min(in + 1, head.size()), head.size()), steps);
  }

  /** {@code END}, the word behind it, and a label; the problem goes to {@code out} if they do not come. */
  private void endOf(List<Step> out, String word) {
    if (failed) {
      return;
    }
    if (!atWord("END") || !(word.isEmpty() || tokens.isWord(at + 1, word))) {
      fail(
          out,
          word.isEmpty() ? "nothing ends the block" : "no END " + word + " where it has to be");
      return;
    }
    at += word.isEmpty() ? 1 : 2;
    if (tokens.is(at, TokenKind.WORD) || tokens.is(at, TokenKind.QUOTED_NAME)) {
      at++;
    }
    if (tokens.is(at, TokenKind.SEMICOLON)) {
      at++;
    } else if (at < tokens.size()) {
      fail(out, "no semicolon follows END");
    }
  }

  /** Steps behind the next {@code word} outside parentheses and CASE expressions. */
  private boolean skipTo(String word, List<Step> out) {
    int depth = 0;
    int cases = 0;
    for (int i = at + 1; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.SEMICOLON)) {
        break;
      }
      if (depth == 0 && cases == 0 && tokens.isWord(i, word)) {
        at = i + 1;
        return true;
      }
      if (tokens.is(i, TokenKind.OPEN)) {
        depth++;
      } else if (tokens.is(i, TokenKind.CLOSE)) {
        depth--;
      } else if (tokens.isWord(i, "CASE")) {
        cases++;
      } else if (cases > 0 && tokens.isWord(i, "END")) {
        cases--;
      }
    }
    fail(out, "no " + word + " follows " + tokens.text(at).toUpperCase(Locale.ROOT));
    return false;
  }

  private int find(int from, int end, TokenKind kind) {
    int i = from;
    while (i < end && !tokens.is(i, kind)) {
      i++;
    }
    return i;
  }

  private void skipLabels() {
    while (tokens.isOperator(at, "<<") && tokens.isOperator(at + 2, ">>")) {
      at += 3;
    }
    while (tokens.is(at, TokenKind.PSQL_COMMAND) || tokens.is(at, TokenKind.COPY_DATA)) {
      at++;
    }
  }

  private boolean atWord(String word) {
    return tokens.isWord(at, word);
  }

  private Span spanFrom(int start) {
    int last = at - 1;
    boolean semicolon = last > start && tokens.is(last, TokenKind.SEMICOLON);
    return tokens.span(start, Math.max(start, semicolon ? last - 1 : last));
  }

  private void fail(List<Step> out, String reason) {
    if (failed) {
      return;
    }
    failed = true;
    int from = Math.min(at, tokens.size() - 1);
    out.add(new Unread(reason, tokens.span(from, tokens.size() - 1)));
    at = tokens.size();
  }
}
