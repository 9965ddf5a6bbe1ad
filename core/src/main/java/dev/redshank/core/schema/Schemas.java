package dev.redshank.core.schema;

import java.util.Optional;

/** Drops and renames schemas with everything in them. */
final class Schemas {
  private final Draft draft;

  Schemas(Draft draft) {
    this.draft = draft;
  }

  void drop(String schema) {
    Linking linking = new Linking(draft);
    for (RelationName name : draft.relations.namesIn(schema)) {
      linking.drop(name);
    }
    draft.types.namesIn(schema).forEach(name -> draft.types = draft.types.minus(name));
    draft.routines.namesIn(schema).forEach(name -> draft.routines = draft.routines.minus(name));
    draft.schemas = draft.schemas.minus(schema);
  }

  void rename(String from, String to) {
    Linking linking = new Linking(draft);
    for (RelationName name : draft.relations.namesIn(from)) {
      linking.rename(name, new RelationName(to, name.name()));
    }
    Types types = new Types(draft);
    for (RelationName name : draft.types.namesIn(from)) {
      types.move(name, new RelationName(to, name.name()));
    }
    Routines routines = new Routines(draft);
    for (RelationName name : draft.routines.namesIn(from)) {
      routines.move(name, new RelationName(to, name.name()));
    }
    Optional.ofNullable(draft.schemas.get(from))
        .ifPresent(era -> draft.schemas = draft.schemas.minus(from).plus(to, era));
  }
}
