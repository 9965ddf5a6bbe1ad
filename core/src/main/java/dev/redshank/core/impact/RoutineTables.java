package dev.redshank.core.impact;

import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.CreateRoutine;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Query;
import dev.redshank.core.statement.RoutineBody;
import dev.redshank.core.statement.Select;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Update;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The relations in the body of a routine in SQL, which PostgreSQL reads and rewrites when the routine is made but does not plan:
 * views are looked behind, and neither partitions nor children are looked for.
 */
final class RoutineTables {
  private final Scene<? extends CreateRoutine> scene;
  private final Deque<RelationName> open = new ArrayDeque<>();

  private RoutineTables(Scene<? extends CreateRoutine> scene) {
    this.scene = scene;
  }

  /** Whether the body is looked into: values of unknown types keep PostgreSQL from it, and check_function_bodies. */
  static boolean areLookedUp(Scene<? extends CreateRoutine> scene) {
    CreateRoutine routine = scene.part();
    return routine.language().equals("sql")
        && (routine.atomic()
            || (!routine.polymorphic() && scene.situation().transaction().checksBodies()));
  }

  /** What its queries read. */
  static Collection<RelationName> read(Scene<? extends CreateRoutine> scene) {
    return of(
            scene, statement -> query(statement).stream().flatMap(query -> query.reads().stream()))
        .behindAll();
  }

  /** Those of which FOR UPDATE or the like locks rows. */
  static Collection<RelationName> locked(Scene<? extends CreateRoutine> scene) {
    return of(
            scene,
            statement -> query(statement).stream().flatMap(query -> query.rowLocks().stream()))
        .behindAll();
  }

  /** What its statements and their WITH queries change. */
  static Collection<RelationName> changed(Scene<? extends CreateRoutine> scene) {
    return of(
            scene,
            statement -> Stream.concat(
                target(statement).stream(),
                query(statement).stream().flatMap(query -> query.writes().stream())))
        .behindChanged();
  }

  private static RoutineTables of(
      Scene<? extends CreateRoutine> scene, Function<Statement, Stream<ObjectName>> names) {
    RoutineTables tables = new RoutineTables(scene);
    scene.part().body().stream()
        .flatMap(body -> body.steps().stream())
        .filter(RoutineBody.Run.class::isInstance)
        .flatMap(step -> names.apply(((RoutineBody.Run) step).statement()))
        .forEach(name -> tables.open.add(scene.resolve(name)));
    return tables;
  }

  private Collection<RelationName> behindAll() {
    return behind(view -> true);
  }

  /** A view of one relation passes changes on, unless a trigger takes its place. */
  private Collection<RelationName> behindChanged() {
    return behind(view -> view.reads().size() == 1 && view.triggers().isEmpty());
  }

  private Collection<RelationName> behind(Predicate<Relation> passesOn) {
    Set<RelationName> found = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      RelationName name = open.remove();
      if (found.add(name)) {
        scene
            .state()
            .relation(name)
            .filter(relation -> relation.kind() == RelationKind.VIEW)
            .filter(passesOn)
            .ifPresent(view -> open.addAll(view.reads()));
      }
    }
    return found;
  }

  /** Only these are planned; others stand in a body as they are until it runs. */
  private static boolean isPlanned(Statement statement) {
    return statement instanceof Select || isChange(statement);
  }

  private static boolean isChange(Statement statement) {
    return statement instanceof Insert
        || statement instanceof Update
        || statement instanceof Delete
        || statement instanceof Merge;
  }

  private static Optional<Query> query(Statement statement) {
    return isPlanned(statement) ? Scenes.query(statement) : Optional.empty();
  }

  private static Optional<ObjectName> target(Statement statement) {
    return isChange(statement) ? Scenes.name(statement) : Optional.empty();
  }
}
