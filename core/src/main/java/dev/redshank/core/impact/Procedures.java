package dev.redshank.core.impact;

import dev.redshank.core.statement.Call;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.RoutineBody;
import java.util.List;

/** What is asked about procedures. */
final class Procedures {
  private Procedures() {}

  /** Whether a procedure of this name ends transactions. */
  static boolean commits(Scene<? extends Call> scene) {
    return scene.state().routines(scene.part().procedure()).stream()
        .flatMap(routine -> routine.body().stream())
        .anyMatch(body -> endsTransaction(body.steps()));
  }

  static boolean endsTransaction(DoBlock block) {
    return block.body().map(body -> endsTransaction(body.steps())).orElse(false);
  }

  private static boolean endsTransaction(List<RoutineBody.Step> steps) {
    return steps.stream().anyMatch(Procedures::endsTransaction);
  }

  private static boolean endsTransaction(RoutineBody.Step step) {
    if (step instanceof RoutineBody.Loop loop) {
      return endsTransaction(loop.steps());
    } else if (step instanceof RoutineBody.Branches branches) {
      return branches.branches().stream().anyMatch(Procedures::endsTransaction);
    } else if (step instanceof RoutineBody.Block block) {
      return endsTransaction(block.steps());
    }
    return step instanceof RoutineBody.EndTransaction;
  }
}
