package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * The statements of a DO block, function or procedure.
 *
 * @param steps in written order; declarations are left out
 * @param span the body inside its quotes
 */
public record RoutineBody(List<Step> steps, Span span) {
  public RoutineBody {
    steps = List.copyOf(steps);
  }

  /** Whether it runs SQL that nobody can read before it runs. */
  public boolean runsDynamicSql() {
    return steps.stream().anyMatch(RoutineBody::isDynamic);
  }

  private static boolean isDynamic(Step step) {
    if (step instanceof Loop loop) {
      return loop.steps().stream().anyMatch(RoutineBody::isDynamic);
    }
    if (step instanceof Branches branches) {
      return branches.branches().stream().flatMap(List::stream).anyMatch(RoutineBody::isDynamic);
    }
    if (step instanceof Block block) {
      return block.steps().stream().anyMatch(RoutineBody::isDynamic)
          || block.handlers().stream().flatMap(List::stream).anyMatch(RoutineBody::isDynamic);
    }
    return step instanceof DynamicSql;
  }

  /** Whether it decides itself which of its statements run, and how often. */
  public boolean chooses() {
    return steps.stream().anyMatch(RoutineBody::chooses);
  }

  private static boolean chooses(Step step) {
    return step instanceof Block block
        ? !block.handlers().isEmpty() || block.steps().stream().anyMatch(RoutineBody::chooses)
        : step instanceof Loop || step instanceof Branches;
  }

  /** A part of a body that runs. */
  public sealed interface Step {
    Span span();
  }

  /** A statement of SQL, also the constant string behind EXECUTE. */
  public record Run(Statement statement, Span span) implements Step {}

  /** {@code EXECUTE} of a string that is put together at run time. */
  public record DynamicSql(Span span) implements Step {}

  /** {@code LOOP}, {@code WHILE}, {@code FOR} or {@code FOREACH}; a query that it walks is its first step. */
  public record Loop(List<Step> steps, Span span) implements Step {
    public Loop {
      steps = List.copyOf(steps);
    }
  }

  /** {@code IF} or {@code CASE}: at most one branch runs. */
  public record Branches(List<List<Step>> branches, Span span) implements Step {
    public Branches {
      branches = branches.stream().map(List::copyOf).toList();
    }
  }

  /** A nested block; with EXCEPTION its statements run in a subtransaction. */
  public record Block(List<Step> steps, List<List<Step>> handlers, Span span) implements Step {
    public Block {
      steps = List.copyOf(steps);
      handlers = handlers.stream().map(List::copyOf).toList();
    }
  }

  /** {@code COMMIT} or {@code ROLLBACK} inside a procedure or DO block. */
  public record EndTransaction(boolean commit, Span span) implements Step {}

  /** What runs no SQL of interest: assignments, RAISE, RETURN, EXIT … */
  public record Other(Span span) implements Step {}

  /** What is not understood. */
  public record Unread(String reason, Span span) implements Step {}
}
