package dev.redshank.core.schema;

import dev.redshank.core.statement.DropFromTable;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;

/**
 * Applies DROP. What depends on a dropped object goes with it, also without CASCADE: then PostgreSQL would refuse the statement, or the
 * dependency is gone already and nobody saw it.
 */
final class Dropping {
  private final Draft draft;
  private final Linking linking;

  Dropping(Draft draft) {
    this.draft = draft;
    this.linking = new Linking(draft);
  }

  void drop(DropObjects statement) {
    statement.names().forEach(name -> drop(statement.target(), name));
  }

  private void drop(ObjectKind target, ObjectName name) {
    switch (target) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> dropRelation(name);
      case INDEX -> draft.index(name).ifPresent(index -> dropIndex(index));
      case TYPE, DOMAIN -> new Types(draft).drop(name);
      case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> new Routines(draft).drop(name);
      case SCHEMA -> new Schemas(draft).drop(name.name());
      case EXTENSION -> draft.extensions = draft.extensions.minus(name.name());
      case PUBLICATION -> draft.publications = draft.publications.minus(name.name());
      default -> {}
    }
  }

  private void dropRelation(ObjectName name) {
    RelationName full = draft.resolve(name);
    linking.drop(full);
    linking.dropReaders(full);
  }

  /** An index behind a constraint cannot be dropped by itself. */
  private void dropIndex(Index index) {
    if (index.constraint().isEmpty()) {
      linking.dropIndex(index.name());
    }
  }

  void drop(DropFromTable statement) {
    String name = statement.name().name();
    draft.relation(statement.table()).ifPresent(relation -> {
      if (statement.target() == ObjectKind.TRIGGER) {
        draft.put(relation.featured(
            features -> features.withTriggers(features.triggers().minus(name))));
      } else if (statement.target() == ObjectKind.POLICY) {
        draft.put(relation.featured(
            features -> features.withPolicies(features.policies().minus(name))));
      }
    });
  }
}
