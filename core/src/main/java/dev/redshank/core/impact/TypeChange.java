package dev.redshank.core.impact;

import dev.redshank.core.postgres.Casts;
import dev.redshank.core.schema.Column;
import dev.redshank.core.statement.AlterAction.AlterColumnType;
import dev.redshank.core.statement.SqlExpression;
import dev.redshank.core.statement.TypeName;
import java.util.Optional;

/** What a change of a column's type means for the values on disk. */
final class TypeChange {
  private TypeChange() {}

  /** How the change ends; empty when the column's type is not known. */
  static Optional<Casts.Change> of(Scene<? extends AlterColumnType> scene) {
    AlterColumnType action = scene.part();
    if (action.using().isPresent() && !isPlainCast(action)) {
      return Optional.of(new Casts.Change(Casts.Outcome.REWRITES, true, false));
    }
    Optional<TypeName> old = oldType(scene);
    Optional<Casts.Type> from = old.flatMap(type -> Types.forCasts(type, scene.situation()));
    Optional<Casts.Type> to = Types.forCasts(action.type(), scene.situation());
    if (from.isEmpty() || to.isEmpty()) {
      return old.filter(type -> same(type, action.type())).map(same -> kept(action));
    }
    Optional<Casts.Change> change =
        Casts.change(from.get(), to.get(), isUtc(scene), scene.postgres());
    return Optional.of(change
        .map(found -> collated(found, action))
        .orElse(new Casts.Change(Casts.Outcome.REWRITES, true, false)));
  }

  /** Another collation sorts indexes anew; the values stay. */
  private static Casts.Change collated(Casts.Change change, AlterColumnType action) {
    return new Casts.Change(
        change.outcome(),
        change.rebuildsIndexes() || action.collation().isPresent(),
        change.byTimeZone());
  }

  private static Casts.Change kept(AlterColumnType action) {
    return new Casts.Change(Casts.Outcome.KEEPS, action.collation().isPresent(), false);
  }

  static Optional<TypeName> oldType(Scene<? extends AlterColumnType> scene) {
    return Columns.column(scene, scene.part().column().name()).flatMap(Column::type);
  }

  /** Whether timestamps change without a change of their bits: the session's zone is known to be UTC. */
  static boolean isUtc(Scene<?> scene) {
    return scene
        .situation()
        .transaction()
        .timeZone()
        .map(zone -> zone.equalsIgnoreCase("UTC")
            || zone.equalsIgnoreCase("Etc/UTC")
            || zone.equalsIgnoreCase("GMT"))
        .orElse(false);
  }

  /** {@code USING column} and {@code USING column::type} say what PostgreSQL would do anyway. */
  private static boolean isPlainCast(AlterColumnType action) {
    SqlExpression using = action.using().orElseThrow();
    String column = action.column().name();
    return using.columnAlone().map(column::equals).orElse(false)
        || using
            .columnCast()
            .map(cast -> cast.column().equals(column) && same(cast.type(), action.type()))
            .orElse(false);
  }

  private static boolean same(TypeName one, TypeName other) {
    return one.name().equals(other.name())
        && one.modifiers().equals(other.modifiers())
        && one.dimensions() == other.dimensions();
  }
}
