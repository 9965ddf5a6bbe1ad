package dev.redshank.core.schema;

import dev.redshank.core.statement.CreateRoutine;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Volatility;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Makes and drops functions and procedures. Their parameters' types are not known, so overloads are told apart by number. */
final class Routines {
  private final Draft draft;

  Routines(Draft draft) {
    this.draft = draft;
  }

  void create(CreateRoutine statement) {
    RelationName name = draft.made(statement.name());
    Routine routine = new Routine(
        name,
        statement.target(),
        statement.inputs(),
        statement.volatility().orElse(Volatility.VOLATILE),
        statement.language(),
        statement.body(),
        draft.era,
        draft.place(statement.span()));
    PVector<Routine> all = draft.routines.get(name).orElse(TreePVector.empty());
    if (statement.orReplace()) {
      all = all.minusAll(
          all.stream().filter(other -> other.inputs() == routine.inputs()).toList());
    }
    draft.routines = draft.routines.plus(name, all.plus(routine));
  }

  /** With overloads nobody knows which one goes, so all of them are unknown from here on. */
  void drop(ObjectName name) {
    draft
        .routines
        .find(name, draft.path)
        .ifPresent(found -> draft.routines = draft.routines.minus(found));
  }

  void rename(ObjectName name, RelationName to) {
    draft.routines.find(name, draft.path).ifPresent(from -> move(from, to));
  }

  void move(RelationName from, RelationName to) {
    PVector<Routine> moved = draft.routines.get(from).orElse(TreePVector.empty());
    PVector<Routine> all = draft.routines.get(to).orElse(TreePVector.empty());
    for (Routine routine : moved) {
      all = all.plus(routine.named(to));
    }
    draft.routines = draft.routines.minus(from).plus(to, all);
  }
}
