package dev.redshank.core.lint;

import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.CreateSchema;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.PsqlCommand;
import dev.redshank.core.statement.RoutineBody;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Unrecognized;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what was not understood in a migration. */
final class Unread {
  /** Commands of psql that run SQL which is not in the file. */
  private static final Set<String> RUNS_OTHER_SQL =
      Set.of("i", "ir", "include", "include_relative", "gexec");

  private final String path;
  private final List<NotRead> found = new ArrayList<>();

  private Unread(String path) {
    this.path = path;
  }

  static List<NotRead> in(ReadMigration migration) {
    Unread unread = new Unread(migration.file().path());
    migration.statements().forEach(unread::statement);
    return unread.found;
  }

  private void statement(Statement statement) {
    if (statement instanceof Unrecognized unrecognized) {
      add(unrecognized.span(), unrecognized.reason());
    } else if (statement instanceof AlterTable alter) {
      alter.actions().forEach(this::action);
    } else if (statement instanceof DoBlock block) {
      doBlock(block);
    } else if (statement instanceof CreateSchema schema) {
      schema.elements().forEach(this::statement);
    } else if (statement instanceof PsqlCommand command
        && RUNS_OTHER_SQL.contains(command.name())) {
      add(command.span(), "\\" + command.name() + " runs SQL that is not in this file");
    }
  }

  private void action(AlterAction action) {
    if (action instanceof AlterAction.UnreadAction unread) {
      add(unread.span(), unread.reason());
    }
  }

  private void doBlock(DoBlock block) {
    if (block.body().isEmpty()) {
      add(block.span(), "the body of this DO block, in " + block.language() + ", is not read");
    } else {
      steps(block.body().get().steps());
    }
  }

  private void steps(List<RoutineBody.Step> steps) {
    steps.forEach(this::step);
  }

  private void step(RoutineBody.Step step) {
    if (step instanceof RoutineBody.Run run) {
      statement(run.statement());
    } else if (step instanceof RoutineBody.DynamicSql dynamic) {
      add(dynamic.span(), "EXECUTE runs SQL that is put together at run time");
    } else if (step instanceof RoutineBody.Unread unread) {
      add(unread.span(), unread.reason());
    } else if (step instanceof RoutineBody.Loop loop) {
      steps(loop.steps());
    } else if (step instanceof RoutineBody.Branches branches) {
      branches.branches().forEach(this::steps);
    } else if (step instanceof RoutineBody.Block block) {
      steps(block.steps());
      block.handlers().forEach(this::steps);
    }
  }

  private void add(Span span, String reason) {
    found.add(new NotRead(path, span, reason));
  }
}
