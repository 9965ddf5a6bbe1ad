package dev.redshank.core.impact;

import dev.redshank.core.schema.RelationKind;

/** What is asked about tables. */
final class Tables {
  private Tables() {}

  static final Fact<Object> PARTITIONED =
      new Fact<>("the table is partitioned", scene -> scene.isKind(RelationKind.PARTITIONED_TABLE));

  static final Fact<Object> UNKNOWN = new Fact<>(
      "no migration made the relation",
      scene -> !scene.isDescribed() && !scene.isKind(RelationKind.MATERIALIZED_VIEW));
}
