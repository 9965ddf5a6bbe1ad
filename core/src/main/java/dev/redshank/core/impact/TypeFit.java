package dev.redshank.core.impact;

import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.AlterAction.AlterColumnType;
import dev.redshank.core.statement.SqlExpression;
import dev.redshank.core.statement.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a column may hold values that another type has no place for, so that the change to it fails. */
final class TypeFit {
  /** Each holds what those before it hold. */
  private static final List<String> INTEGERS = List.of("int2", "int4", "int8");

  private static final Set<String> NUMBERS = Set.of("numeric", "float4", "float8");

  private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar");

  /** Types whose input takes but a few strings. */
  private static final Set<String> PARSED = Set.of(
      "int2",
      "int4",
      "int8",
      "numeric",
      "float4",
      "float8",
      "bool",
      "uuid",
      "date",
      "timestamp",
      "timestamptz",
      "time",
      "timetz",
      "interval",
      "json",
      "jsonb",
      "inet",
      "cidr",
      "macaddr");

  private TypeFit() {}

  /** Whether numbers or strings may be too big for the new type. */
  static boolean isNarrower(Scene<? extends AlterColumnType> scene) {
    TypeName type = scene.part().type();
    return plainOld(scene)
        .filter(old -> isSmallerNumber(old, type) || isShorter(scene, old, type))
        .isPresent();
  }

  /** Whether strings may be none of the new type, or values none of the new enum. */
  static boolean isParsed(Scene<? extends AlterColumnType> scene) {
    TypeName type = scene.part().type();
    return plainOld(scene)
        .filter(old -> lacksLabel(scene, old, type)
            || (STRINGS.contains(name(old)) && PARSED.contains(name(type))))
        .isPresent();
  }

  /** The type before; none where it is not known, or where USING makes the values fit by more than casts. */
  private static Optional<TypeName> plainOld(Scene<? extends AlterColumnType> scene) {
    return TypeChange.oldType(scene)
        .filter(old -> old.dimensions() == 0 && scene.part().type().dimensions() == 0)
        .filter(old -> !isComputed(scene));
  }

  private static boolean isComputed(Scene<? extends AlterColumnType> scene) {
    return scene
        .part()
        .using()
        .map(using -> using.columnCasts().isEmpty() && using.columnAlone().isEmpty())
        .orElse(false);
  }

  /** Whether an enum lacks a value that the one before it has. */
  private static boolean lacksLabel(Scene<?> scene, TypeName old, TypeName type) {
    Optional<UserType> from = scene.state().type(old.name());
    Optional<UserType> to = scene.state().type(type.name());
    return from.isPresent()
        && to.isPresent()
        && from.get().form() == UserType.Form.ENUM
        && to.get().form() == UserType.Form.ENUM
        && to.get().complete()
        && !to.get().labels().keySet().containsAll(from.get().labels().keySet());
  }

  private static boolean isSmallerNumber(TypeName old, TypeName type) {
    int from = INTEGERS.indexOf(name(old));
    int to = INTEGERS.indexOf(name(type));
    if (to >= 0) {
      return from > to || NUMBERS.contains(name(old));
    }
    return name(type).equals("numeric")
        && name(old).equals("numeric")
        && digits(old) > digits(type);
  }

  /** How many digits may stand before the point. */
  private static int digits(TypeName numeric) {
    List<Integer> sizes = sizes(numeric);
    if (sizes.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    return sizes.get(0) - (sizes.size() > 1 ? sizes.get(1) : 0);
  }

  /** An explicit cast cuts a string off (manual, "Character Types"); without one, it does not fit. */
  private static boolean isShorter(
      Scene<? extends AlterColumnType> scene, TypeName old, TypeName type) {
    boolean strings = STRINGS.contains(name(old)) && STRINGS.contains(name(type));
    boolean cast = scene.part().using().flatMap(SqlExpression::columnCasts).isPresent();
    return strings && !cast && length(old) > length(type);
  }

  private static int length(TypeName string) {
    List<Integer> sizes = sizes(string);
    return sizes.isEmpty() ? Integer.MAX_VALUE : sizes.get(0);
  }

  private static List<Integer> sizes(TypeName type) {
    try {
      return type.modifiers().stream()
          .map(size -> Integer.valueOf(size.strip()))
          .toList();
    } catch (NumberFormatException word) {
      return List.of();
    }
  }

  /** The built-in type's name; nothing for one in a schema of somebody's own. */
  private static String name(TypeName type) {
    boolean builtIn =
        type.name().schema().map(schema -> schema.equals("pg_catalog")).orElse(true);
    return builtIn ? type.name().name() : "";
  }
}
