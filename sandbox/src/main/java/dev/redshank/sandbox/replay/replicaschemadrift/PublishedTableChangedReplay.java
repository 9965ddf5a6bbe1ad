package dev.redshank.sandbox.replay.replicaschemadrift;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A subscriber stops at the first row that carries a column it does not have. */
final class PublishedTableChangedReplay implements Replay {
  private static final String NEW_ROW = "INSERT INTO orders (id) VALUES (7)";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigint PRIMARY KEY)",
        "CREATE PUBLICATION warehouse FOR TABLE orders");
    Act danger = stage.danger();
    try (Subscriber subscriber = Subscriber.of(danger)) {
      danger
          .then("ALTER TABLE orders ADD COLUMN note text")
          .succeeds()
          .accepts("INSERT INTO orders VALUES (7, 'new')");
      subscriber.stopsBefore(7);
    }
    Act remedy = stage.remedy();
    try (Subscriber subscriber = Subscriber.of(remedy)) {
      remedy
          .then("CREATE TABLE order_notes (order_id bigint PRIMARY KEY, note text)")
          .succeeds()
          .accepts(NEW_ROW)
          .accepts("INSERT INTO order_notes VALUES (7, 'new')");
      subscriber.receives(7);
    }
    Act first = stage.also("the subscriber has the column first");
    try (Subscriber subscriber = Subscriber.of(first)) {
      subscriber.runs("ALTER TABLE orders ADD COLUMN note text");
      first
          .then("ALTER TABLE orders ADD COLUMN note text")
          .succeeds()
          .accepts("INSERT INTO orders VALUES (7, 'new')");
      subscriber.receives(7);
    }
  }
}
