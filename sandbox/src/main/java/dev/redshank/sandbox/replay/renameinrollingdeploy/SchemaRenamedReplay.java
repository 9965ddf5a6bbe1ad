package dev.redshank.sandbox.replay.renameinrollingdeploy;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Names are looked up by schema: whoever says the old one fails, unless a view answers to it. */
final class SchemaRenamedReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE SCHEMA shop",
        "CREATE TABLE shop.orders AS SELECT generate_series(1, 100) AS id",
        "CREATE TABLE reviews AS SELECT generate_series(1, 100) AS id");
    Act danger = stage.danger();
    Session application = danger.application("old application").runs("SELECT * FROM shop.orders");
    Session path = danger.application("search path").runs("SET search_path = shop");
    danger.then("ALTER SCHEMA shop RENAME TO store").succeeds();
    application.tries("SELECT * FROM shop.orders").failsWith("42P01");
    path.runs("SET search_path = shop").tries("SELECT * FROM orders").failsWith("42P01");
    Act remedy = stage.remedy();
    Session old = remedy.application("old application").runs("SELECT id FROM public.reviews");
    remedy
        .then(
            "BEGIN",
            "ALTER TABLE reviews SET SCHEMA shop",
            "CREATE VIEW public.reviews AS SELECT * FROM shop.reviews",
            "COMMIT")
        .succeeds();
    old.tries("SELECT id FROM public.reviews").succeeds();
    old.tries("INSERT INTO public.reviews VALUES (0)").succeeds();
    stage
        .also("a table that moves is missing where it was", "ALTER TABLE reviews SET SCHEMA shop")
        .succeeds()
        .refuses("SELECT * FROM public.reviews", "42P01");
  }
}
