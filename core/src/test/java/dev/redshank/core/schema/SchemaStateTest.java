package dev.redshank.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.statement.Volatility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaStateTest {
  private static final RelationName ORDERS = new RelationName("public", "orders");

  @Test
  void describesATableThatIsOnlyAlteredAsFarAsItIsTold() {
    SchemaState state = Replayed.of(
        "ALTER TABLE orders ADD COLUMN note text; CREATE INDEX by_note ON orders (note)");
    Relation orders = state.relation(ORDERS).orElseThrow();

    assertThat(orders.isMade()).isFalse();
    assertThat(orders.shapeKnown()).isFalse();
    assertThat(orders.columns()).containsOnlyKeys("note");
    assertThat(state.indexesOn(Replayed.name("orders")))
        .extracting(Index::columns)
        .containsExactly(List.of("note"));
    assertThat(new SchemaView(state, Replayed.HISTORY).age(Replayed.name("orders")))
        .isEqualTo(Age.UNKNOWN);
  }

  @Test
  void takesATableOfIfNotExistsAsMadeThere() {
    SchemaState state = Replayed.then(
        SchemaState.empty(),
        Replayed.NOW,
        "CREATE TABLE IF NOT EXISTS orders (id int); CREATE TABLE carts (id int)");
    SchemaView view = new SchemaView(state, Replayed.NOW);

    assertThat(view.age(Replayed.name("orders"))).isEqualTo(Age.THIS_TRANSACTION);
    assertThat(view.age(Replayed.name("carts"))).isEqualTo(Age.THIS_TRANSACTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE orders (other int)",
        "CREATE TABLE IF NOT EXISTS orders (other int)",
        "CREATE TABLE orders AS SELECT 1",
        "CREATE VIEW orders AS SELECT 1",
        "CREATE INDEX orders ON orders (id)",
        "ALTER TABLE orders ADD COLUMN IF NOT EXISTS id text",
        "DO $$ BEGIN DROP TABLE orders; END $$",
        "COMMENT ON TABLE orders IS 'x'",
        "DROP TABLE IF EXISTS others",
        "DROP INDEX orders_pkey"
      })
  void staysAsItIsWhereNothingChangesOrPostgresqlRefuses(String statement) {
    SchemaState before = Replayed.of("CREATE TABLE orders (id int PRIMARY KEY)");
    SchemaState after = Replayed.then(before, Replayed.NOW, statement);

    assertThat(after.relations())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(before.relations());
    assertThat(after.indexesOn(Replayed.name("orders")))
        .isEqualTo(before.indexesOn(Replayed.name("orders")));
  }

  @Test
  void knowsNothingOfATableAfterAStatementThatIsNotRead() {
    SchemaState state =
        Replayed.of("CREATE TABLE orders (id int); ALTER TABLE orders FROBNICATE id");

    assertThat(state.relation(ORDERS).orElseThrow().shapeKnown()).isFalse();
  }

  @Test
  void sharesEveryTableThatAStatementDoesNotName() {
    SchemaState before =
        Replayed.of("CREATE TABLE orders (id int PRIMARY KEY); CREATE TABLE carts (id int)");
    SchemaState after =
        Replayed.then(before, Replayed.NOW, "ALTER TABLE carts ADD COLUMN a int; DROP TABLE carts");

    assertThat(after.relation(ORDERS).orElseThrow())
        .isSameAs(before.relation(ORDERS).orElseThrow());
    assertThat(before.relation(Replayed.name("carts"))).isPresent();
  }

  @Test
  void keepsWhenAColumnAndTheValidityOfAConstraintCame() {
    SchemaState before = Replayed.of(
        "CREATE TABLE orders (id int); ALTER TABLE orders ADD CONSTRAINT c CHECK (id > 0) NOT VALID");
    SchemaState after = Replayed.then(
        before, Replayed.NOW, "ALTER TABLE orders VALIDATE CONSTRAINT c, ADD COLUMN note text");
    Relation orders = after.relation(ORDERS).orElseThrow();

    assertThat(orders.columns().get("id").since()).isEqualTo(Replayed.HISTORY);
    assertThat(orders.columns().get("note").since()).isEqualTo(Replayed.NOW);
    assertThat(orders.constraints().get("c").since()).isEqualTo(Replayed.HISTORY);
    assertThat(orders.constraints().get("c").validatedSince()).isEqualTo(Replayed.NOW);
  }

  @Test
  void findsForeignKeysAndViewsFromTheTableThatTheyNeed() {
    SchemaState state = Replayed.of(
        "CREATE TABLE orders (id int PRIMARY KEY); CREATE TABLE items (order_id int REFERENCES orders);"
            + " CREATE VIEW v AS SELECT * FROM orders JOIN items ON true; ALTER TABLE items RENAME TO lines");

    assertThat(state.referencesTo(ORDERS))
        .extracting(SchemaState.Reference::table)
        .containsExactly(new RelationName("public", "lines"));
    assertThat(state.dependents(ORDERS)).containsExactly(new RelationName("public", "v"));
    assertThat(state.dependents(new RelationName("public", "lines")))
        .containsExactly(new RelationName("public", "v"));
    assertThat(Replayed.then(state, Replayed.NOW, "DROP TABLE orders CASCADE")
            .relation(Replayed.name("v")))
        .isEmpty();
  }

  @Test
  void tellsTheKeysAndIndexesOfATable() {
    SchemaState state = Replayed.of(
        "CREATE TABLE t (a int, b int, c int UNIQUE, PRIMARY KEY (a, b)); CREATE UNIQUE INDEX p ON t (b) WHERE c > 0");

    assertThat(state.uniqueKeys(Replayed.name("t")))
        .containsExactlyInAnyOrder(List.of("a", "b"), List.of("c"));
    assertThat(state.hasIndexFor(Replayed.name("t"), List.of("b", "a"))).isTrue();
    assertThat(state.hasIndexFor(Replayed.name("t"), List.of("a"))).isTrue();
    assertThat(state.hasIndexFor(Replayed.name("t"), List.of("b"))).isFalse();
  }

  @Test
  void takesTheMostVolatileOfTheFunctionsThatFit() {
    SchemaState state =
        Replayed.of("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';"
            + " CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';"
            + " CREATE FUNCTION g(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1'");

    assertThat(state.function(Replayed.name("f"), 1)).contains(Volatility.STABLE);
    assertThat(state.function(Replayed.name("g"), 1)).contains(Volatility.VOLATILE);
    assertThat(state.function(Replayed.name("f"), 2)).isEmpty();
    assertThat(Replayed.then(state, Replayed.NOW, "DROP FUNCTION f(int)")
            .function(Replayed.name("f"), 1))
        .isEmpty();
  }

  @Test
  void knowsAnEnumAlsoByItsFormerName() {
    SchemaState before = Replayed.of("CREATE TYPE mood AS ENUM ('sad')");
    SchemaState state = Replayed.then(
        before, Replayed.NOW, "ALTER TYPE mood ADD VALUE 'ok'; ALTER TYPE mood RENAME TO feeling");
    UserType type = state.type(Replayed.name("mood")).orElseThrow();

    assertThat(type.name()).hasToString("feeling");
    assertThat(type.labels())
        .containsEntry("sad", Replayed.HISTORY)
        .containsEntry("ok", Replayed.NOW);
  }

  @Test
  void followsTriggersPoliciesAndReplicaIdentity() {
    SchemaState state = Replayed.of(
        "CREATE TABLE orders (id int); CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION f();"
            + " CREATE POLICY p ON orders; ALTER TABLE orders DISABLE TRIGGER ALL; ALTER TRIGGER t ON orders RENAME TO u");

    assertThat(state.triggersOn(Replayed.name("orders")))
        .extracting(Trigger::name)
        .containsExactly("u");
    assertThat(state.relation(ORDERS).orElseThrow().policies()).containsOnlyKeys("p");
    assertThat(Replayed.then(state, Replayed.NOW, "DROP TRIGGER u ON orders")
            .triggersOn(Replayed.name("orders")))
        .isEmpty();
  }

  @Test
  void saysWhichPublicationsMayPublishATable() {
    SchemaState state = Replayed.of(
        "CREATE TABLE orders (id int); CREATE PUBLICATION one FOR TABLE orders; CREATE PUBLICATION all_of_them FOR ALL TABLES");

    assertThat(state.publicationsOf(ORDERS))
        .extracting(Publication::name)
        .containsExactly("all_of_them", "one");
    assertThat(state.publicationsOf(new RelationName("public", "carts")))
        .extracting(Publication::name)
        .containsExactly("all_of_them");
    assertThat(Replayed.then(state, Replayed.NOW, "DROP PUBLICATION all_of_them")
            .publicationsOf(new RelationName("public", "carts")))
        .isEmpty();
  }

  @Test
  void keepsTheFirstMomentOfSchemasAndExtensions() {
    SchemaState state = Replayed.of("CREATE SCHEMA app; CREATE EXTENSION citext");

    assertThat(state.hasSchema("app")).isTrue();
    assertThat(state.extension("citext")).isEqualTo(Optional.of(Replayed.HISTORY));
    assertThat(Replayed.then(state, Replayed.NOW, "DROP SCHEMA app; DROP EXTENSION citext")
            .hasSchema("app"))
        .isFalse();
  }

  @Test
  void givesEachOfManyUnnamedIndexesANameOfItsOwn() {
    SchemaState state =
        Replayed.of("CREATE TABLE t (a int);" + "CREATE INDEX ON t (a);".repeat(1000));

    assertThat(state.indexesOn(Replayed.name("t")))
        .hasSize(1000)
        .extracting(Index::name)
        .contains(new RelationName("public", "t_a_idx999"));
  }
}
