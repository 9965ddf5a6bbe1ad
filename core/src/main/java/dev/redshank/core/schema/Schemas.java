package dev.redshank.core.schema;

import java.util.List;
import java.util.Optional;

/** Drops and renames schemas with everything in them. */
final class Schemas {
  private final Draft draft;

  Schemas(Draft draft) {
    this.draft = draft;
  }

  void drop(String schema) {
    Linking linking = new Linking(draft);
    for (RelationName name : named(schema, draft.relations)) {
      linking.drop(name);
    }
    named(schema, draft.types).forEach(name -> draft.types = draft.types.minus(name));
    named(schema, draft.routines).forEach(name -> draft.routines = draft.routines.minus(name));
    draft.schemas = draft.schemas.minus(schema);
  }

  void rename(String from, String to) {
    Linking linking = new Linking(draft);
    for (RelationName name : named(from, draft.relations)) {
      linking.rename(name, new RelationName(to, name.name()));
    }
    Types types = new Types(draft);
    for (RelationName name : named(from, draft.types)) {
      types.move(name, new RelationName(to, name.name()));
    }
    Routines routines = new Routines(draft);
    for (RelationName name : named(from, draft.routines)) {
      routines.move(name, new RelationName(to, name.name()));
    }
    Optional.ofNullable(draft.schemas.get(from))
        .ifPresent(era -> draft.schemas = draft.schemas.minus(from).plus(to, era));
  }

  private static List<RelationName> named(String schema, Namespace<?> objects) {
    return objects.namesIn(schema).stream()
        .map(name -> new RelationName(schema, name))
        .toList();
  }
}
