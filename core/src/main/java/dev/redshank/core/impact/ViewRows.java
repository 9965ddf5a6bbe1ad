package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.INDEXES;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.impact.WalVolume.PER_ROW;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.EXCLUSIVE;

import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.statement.CreateMaterializedView;
import dev.redshank.core.statement.CreateView;
import dev.redshank.core.statement.RefreshMaterializedView;
import java.util.List;

/** What happens when a view or materialized view is made or refreshed. */
final class ViewRows {
  private ViewRows() {}

  private static final Fact<RefreshMaterializedView> CONCURRENTLY =
      new Fact<>("CONCURRENTLY", scene -> scene.part().concurrently());

  private static final Which<RefreshMaterializedView> SOURCES =
      new Which<>("what it reads", scene -> Reads.behind(scene, scene.target()));

  static final List<ImpactRow<?>> ROWS = List.of(
      row("create-view", CreateView.class)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "CREATE VIEW notes AS SELECT note FROM orders", "CREATE VIEW one AS SELECT 1 AS one")
          .end(),
      row("replace-view", CreateView.class)
          .when(
              "the view is there",
              scene -> scene.part().orReplace() && scene.isKind(RelationKind.VIEW))
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .given(ORDERS)
          .and("CREATE VIEW notes AS SELECT note FROM orders")
          .shows("CREATE OR REPLACE VIEW notes AS SELECT note FROM orders WHERE total > 0")
          .end(),
      row("replace-view-perhaps", CreateView.class)
          .when(
              "it is not known whether the view is there",
              scene -> scene.part().orReplace() && scene.relation().isEmpty())
          .unsure("view", TARGET, "locked in ACCESS EXCLUSIVE if it exists")
          .given(ORDERS)
          .shows("CREATE OR REPLACE VIEW notes AS SELECT note FROM orders")
          .end(),
      row("create-materialized-view", CreateMaterializedView.class)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("CREATE MATERIALIZED VIEW kept AS SELECT note FROM orders WITH NO DATA")
          .end(),
      row("create-materialized-view-with-data", CreateMaterializedView.class)
          .when("WITH DATA", scene -> scene.part().withData())
          .writes(PER_ROW)
          .given(ORDERS)
          .shows("CREATE MATERIALIZED VIEW kept AS SELECT note FROM orders")
          .end(),
      row("refresh", RefreshMaterializedView.class)
          .unless(CONCURRENTLY)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and(
              "CREATE MATERIALIZED VIEW kept AS SELECT id, note FROM orders",
              "CREATE UNIQUE INDEX kept_id ON kept (id)")
          .shows("REFRESH MATERIALIZED VIEW kept WITH NO DATA")
          .end(),
      row("refresh-with-data", RefreshMaterializedView.class)
          .unless(CONCURRENTLY)
          .when("its query is run", scene -> scene.part().withData())
          .locks(ACCESS_SHARE, SOURCES)
          .rewrites(TARGET)
          .builds(INDEXES)
          .given(ORDERS)
          .and(
              "CREATE MATERIALIZED VIEW kept AS SELECT id, note FROM orders",
              "CREATE UNIQUE INDEX kept_id ON kept (id)")
          .shows("REFRESH MATERIALIZED VIEW kept", "REFRESH MATERIALIZED VIEW kept WITH DATA")
          .end(),
      row("refresh-concurrently", RefreshMaterializedView.class)
          .when(CONCURRENTLY)
          .locks(EXCLUSIVE, TARGET)
          .locks(ACCESS_SHARE, SOURCES)
          .writes(PER_ROW)
          .given(ORDERS)
          .and(
              "CREATE MATERIALIZED VIEW kept AS SELECT id, note FROM orders",
              "CREATE UNIQUE INDEX kept_id ON kept (id)",
              "UPDATE orders SET note = 'new'")
          .shows("REFRESH MATERIALIZED VIEW CONCURRENTLY kept")
          .end(),
      row("refresh-concurrently-without-key", RefreshMaterializedView.class)
          .when(CONCURRENTLY)
          .when(
              "no unique index is known",
              scene -> scene.isDescribedView()
                  && scene.state().uniqueKeys(scene.named()).isEmpty())
          .fails("55000", "there is no unique index on all rows")
          .given(ORDERS)
          .and("CREATE MATERIALIZED VIEW kept AS SELECT id, note FROM orders")
          .shows("REFRESH MATERIALIZED VIEW CONCURRENTLY kept")
          .end());
}
