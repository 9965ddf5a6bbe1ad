package dev.redshank.core.impact;

import dev.redshank.core.schema.Deferred;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.statement.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What every statement does to the relations that it touches, stated once, as rows of data. Source: PostgreSQL's manual ("Explicit
 * Locking", "ALTER TABLE" and the other reference pages), and servers: the sandbox runs each row's examples on every version.
 */
public final class ImpactTable {
  /** The rows about a class, in order: found once, then kept. */
  private static final Map<Class<?>, List<ImpactRow<?>>> BY_CLASS = new ConcurrentHashMap<>();

  private ImpactTable() {}

  /** Every row. */
  public static List<ImpactRow<?>> rows() {
    return Chapter.ALL.stream()
        .<ImpactRow<?>>flatMap(chapter -> chapter.rows().stream())
        .toList();
  }

  /** What {@code statement} does in {@code situation}. */
  public static StatementImpact impactOf(Statement statement, Situation situation) {
    return impactOf(
        statement, situation, new Deferred<>(() -> situation.schema().after(statement, "")));
  }

  /**
   * What {@code statement} does in {@code situation}.
   *
   * @param after the picture behind the statement, for who has it or will need it too
   */
  public static StatementImpact impactOf(
      Statement statement, Situation situation, Supplier<SchemaState> after) {
    Tally tally = new Tally();
    for (Scene<?> scene : Scenes.of(statement, situation, after)) {
      for (ImpactRow<?> row : about(scene.part().getClass())) {
        if (row.fits(scene)) {
          row.apply(scene, tally);
        }
      }
    }
    return tally.impact();
  }

  /** Those of the rows that say something about {@code statement} in {@code situation}. */
  public static List<ImpactRow<?>> fitting(Statement statement, Situation situation) {
    Supplier<SchemaState> after = new Deferred<>(() -> situation.schema().after(statement, ""));
    return Scenes.of(statement, situation, after).stream()
        .<ImpactRow<?>>flatMap(
            scene -> about(scene.part().getClass()).stream().filter(row -> row.fits(scene)))
        .toList();
  }

  private static List<ImpactRow<?>> about(Class<?> part) {
    List<ImpactRow<?>> known = BY_CLASS.get(part);
    return known != null ? known : BY_CLASS.computeIfAbsent(part, ImpactTable::find);
  }

  private static List<ImpactRow<?>> find(Class<?> part) {
    return Chapter.ALL.stream()
        .filter(chapter -> chapter.mayBeAbout(part))
        .<ImpactRow<?>>flatMap(chapter -> chapter.rows().stream())
        .filter(row -> row.about().isAssignableFrom(part))
        .toList();
  }
}
