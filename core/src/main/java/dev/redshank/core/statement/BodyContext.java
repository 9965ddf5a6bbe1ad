package dev.redshank.core.statement;

import java.util.HashSet;
import java.util.Set;

/**
 * What surrounds a statement inside a body.
 *
 * @param variables the names of the variables and parameters that it sees, folded
 * @param depth how many blocks, loops, branches and EXECUTEs are around it
 */
record BodyContext(Set<String> variables, int depth) {
  static final BodyContext NONE = new BodyContext(Set.of(), 0);

  /** Nobody nests deeper; a hostile file must not exhaust the stack. */
  private static final int MAX_DEPTH = 100;

  boolean tooDeep() {
    return depth >= MAX_DEPTH;
  }

  BodyContext deeper() {
    return new BodyContext(variables, depth + 1);
  }

  BodyContext withVariables(Set<String> more) {
    if (variables.containsAll(more)) {
      return this;
    }
    Set<String> all = new HashSet<>(variables);
    all.addAll(more);
    return new BodyContext(all, depth);
  }
}
