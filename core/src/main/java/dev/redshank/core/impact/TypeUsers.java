package dev.redshank.core.impact;

import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables that have columns of a type. */
final class TypeUsers {
  private TypeUsers() {}

  /** The tables with a column of this type, or of an array of it or a domain over it. */
  static List<RelationName> of(Scene<?> scene, ObjectName type) {
    SchemaState state = scene.state();
    Optional<RelationName> wanted = state.type(type).map(UserType::name);
    return wanted.isEmpty()
        ? List.of()
        : state.relations().stream()
            .filter(relation -> uses(relation, wanted.get(), state))
            .map(Relation::name)
            .toList();
  }

  /** Whether a known column of a table holds arrays of this type. */
  static boolean inArrays(Scene<?> scene, ObjectName type) {
    return ofColumns(scene, type).anyMatch(each -> each.dimensions() > 0);
  }

  /** Whether a known column of a table holds values of this type. */
  static boolean inRows(Scene<?> scene, ObjectName type) {
    return ofColumns(scene, type).findAny().isPresent();
  }

  /** The types of all columns of tables that hold values of this type. */
  private static Stream<TypeName> ofColumns(Scene<?> scene, ObjectName type) {
    SchemaState state = scene.state();
    Optional<RelationName> wanted = state.type(type).map(UserType::name);
    return wanted.stream()
        .flatMap(found -> state.relations().stream()
            .filter(Relation::storesRows)
            .flatMap(relation -> relation.columns().values().stream())
            .flatMap(column -> column.type().stream())
            .filter(each -> is(each, found, state)));
  }

  private static boolean uses(Relation relation, RelationName wanted, SchemaState state) {
    return relation.columns().values().stream()
        .flatMap(column -> column.type().stream())
        .anyMatch(type -> is(type, wanted, state));
  }

  private static boolean is(TypeName type, RelationName wanted, SchemaState state) {
    Optional<UserType> found = state.type(type.name());
    return found.isPresent()
        && (found.get().name().equals(wanted)
            || found.get().base().map(base -> is(base, wanted, state)).orElse(false));
  }
}
