package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_SHARE;

import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.Query;
import java.util.Collection;
import java.util.function.Function;

/** What several kinds of statements that change rows have in common, as the beginnings of rows. */
final class Changes {
  private Changes() {}

  /** The doubt whether a partition is locked. */
  private static final String PARTITIONS = "partitions";

  static final String SPARED = "partitions that the condition excludes are not locked";

  static final String GETTING_ROWS = "only the partitions that get a row are locked";

  private static final Which<Object> BEHIND_VIEW =
      new Which<>("what is behind the view", scene -> Views.changedBehind(scene));

  /** Beginning of a row: the target is a view that passes on what is done to it. */
  static <P> ImpactRow.Draft<P> ofView(String id, Class<P> about) {
    return row(id, about)
        .when("its target is a view", scene -> scene.isKind(RelationKind.VIEW))
        .locks(ROW_EXCLUSIVE, BEHIND_VIEW)
        .unsure(
            "view",
            BEHIND_VIEW,
            "what is behind a view that has rules or is grouped is not changed");
  }

  /** Beginning of a row: the target is a partition. */
  static <P> ImpactRow.Draft<P> ofPartition(String id, Class<P> about) {
    return row(id, about)
        .when("the table is a partition", scene -> !Relations.ABOVE.in(scene).isEmpty())
        .locks(ACCESS_SHARE, Relations.ABOVE)
        .unsure(
            PARTITIONS,
            Relations.ABOVE,
            "the table that it is a partition of is locked until the session knows which rows belong into it");
  }

  /** Beginning of a row: the target has partitions, of which some are spared. */
  static <P> ImpactRow.Draft<P> ofPartitioned(String id, Class<P> about, String spared) {
    return row(id, about)
        .when(
            "the table is partitioned",
            scene -> !Relations.PARTS_OF_TREE.in(scene).isEmpty())
        .locks(ROW_EXCLUSIVE, Relations.PARTS_OF_TREE)
        .unsure(PARTITIONS, Relations.PARTS_OF_TREE, spared);
  }

  /** Beginning of a row: foreign keys of changed rows refer to other tables. */
  static <P> ImpactRow.Draft<P> referring(
      String id, Class<P> about, Function<Scene<? extends P>, Collection<RelationName>> tables) {
    return row(id, about)
        .locks(ROW_SHARE, new Which<>("the tables that its foreign keys refer to", tables))
        .unsure(
            PARTITIONS,
            new Which<>("their partitions", scene -> Relations.parts(scene, tables.apply(scene))),
            "only the partitions that are referred to are locked");
  }

  /** Beginning of a row: foreign keys refer to changed rows. */
  static <P> ImpactRow.Draft<P> referenced(
      String id, Class<P> about, Function<Scene<? extends P>, ForeignKeyActions> actions) {
    return row(id, about)
        .locks(
            ROW_SHARE,
            new Which<>(
                "the tables whose foreign keys refer to it",
                scene -> actions.apply(scene).in(ROW_SHARE)))
        .locks(
            ROW_EXCLUSIVE,
            new Which<>(
                "the tables whose rows change with it because of their foreign keys",
                scene -> actions.apply(scene).in(ROW_EXCLUSIVE)))
        .unsure(
            "cascade",
            new Which<>("those behind them", scene -> actions.apply(scene).furtherOff()),
            "tables behind those whose rows change with it are locked only where there is such a row")
        .unsure(
            PARTITIONS,
            new Which<>("their partitions", scene -> actions.apply(scene).parts()),
            "partitions that hold no row that refers to it are not locked");
  }

  /** Beginning of a row: values of enums are named that the transaction under way has added. */
  static <P> ImpactRow.Draft<P> naming(
      String id, Class<P> about, Function<Scene<? extends P>, Query> query) {
    return row(id, about)
        .when(
            "a value was added to its enum in this transaction",
            scene -> NewLabels.used(scene, query.apply(scene).tokens()))
        .fails("55P04", "a new enum value cannot be used before its transaction commits");
  }
}
