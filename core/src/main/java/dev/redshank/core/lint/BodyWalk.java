package dev.redshank.core.lint;

import dev.redshank.core.impact.Impacts;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.rule.StatementStep.Enclosure;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.RoutineBody;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Walks the statements of a DO block as if each ran once, in written order: every branch of an IF, and
 * the body of a loop a single time. What that says about loops, an {@link Enclosure} tells.
 */
final class BodyWalk {
  private final MigrationWalk walk;
  private final List<Supplier<StatementImpact>> impacts = new ArrayList<>();

  BodyWalk(MigrationWalk walk) {
    this.walk = walk;
  }

  void run(DoBlock statement) {
    Enclosure self = new Enclosure(Enclosure.Kind.DO_BLOCK, false, statement.span());
    statement.body().ifPresent(body -> steps(body.steps(), List.of(self)));
  }

  /** What the statements of the body do together. */
  StatementImpact impactOfAll() {
    return Impacts.merge(impacts.stream().map(Supplier::get).toList());
  }

  private void steps(List<RoutineBody.Step> steps, List<Enclosure> around) {
    for (RoutineBody.Step step : steps) {
      step(step, around);
    }
  }

  private void step(RoutineBody.Step step, List<Enclosure> around) {
    if (step instanceof RoutineBody.Run run) {
      impacts.add(walk.one(run.statement(), around));
    } else if (step instanceof RoutineBody.Loop loop) {
      boolean commits = commits(loop.steps());
      steps(loop.steps(), inside(around, Enclosure.Kind.LOOP, commits, loop.span()));
    } else if (step instanceof RoutineBody.Branches branches) {
      List<Enclosure> inner = inside(around, Enclosure.Kind.BRANCH, false, branches.span());
      branches.branches().forEach(branch -> steps(branch, inner));
    } else if (step instanceof RoutineBody.Block nested) {
      block(nested, around);
    } else if (step instanceof RoutineBody.EndTransaction end) {
      walk.endInsideBody(end.commit(), end.span());
    }
  }

  private void block(RoutineBody.Block nested, List<Enclosure> around) {
    if (nested.handlers().isEmpty()) {
      steps(nested.steps(), around);
      return;
    }
    steps(nested.steps(), inside(around, Enclosure.Kind.EXCEPTION_BLOCK, false, nested.span()));
    List<Enclosure> handler = inside(around, Enclosure.Kind.BRANCH, false, nested.span());
    nested.handlers().forEach(steps -> steps(steps, handler));
  }

  private static List<Enclosure> inside(
      List<Enclosure> around, Enclosure.Kind kind, boolean commits, Span span) {
    List<Enclosure> inner = new ArrayList<>(around);
    inner.add(new Enclosure(kind, commits, span));
    return inner;
  }

  private static boolean commits(List<RoutineBody.Step> steps) {
    for (RoutineBody.Step step : steps) {
      if (step instanceof RoutineBody.EndTransaction end && end.commit()) {
        return true;
      }
      if (step instanceof RoutineBody.Loop loop && commits(loop.steps())) {
        return true;
      }
      if (step instanceof RoutineBody.Branches branches
          && branches.branches().stream().anyMatch(BodyWalk::commits)) {
        return true;
      }
      if (step instanceof RoutineBody.Block block && commits(block.steps())) {
        return true;
      }
    }
    return false;
  }
}
