package dev.redshank.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameResolutionTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
          CREATE TABLE t (a int)                                                | t     | t
          CREATE TABLE app.t (a int); CREATE TABLE t (a int)                    | t     | t
          CREATE TABLE app.t (a int)                                            | t     | app.t
          CREATE TABLE app.t (a int); CREATE TABLE b.t (a int)                  | t     | t
          CREATE TABLE t (a int)                                                | app.t | app.t
          SET search_path TO app, public; CREATE TABLE t (a int)                | t     | app.t
          CREATE TABLE t (a int); SET search_path TO app, public                | t     | t
          CREATE TABLE app.t (a int); SET search_path TO b                      | t     | b.t
          CREATE TABLE t (a int); CREATE TEMP TABLE t (b int)                   | t     | pg_temp.t
          SET search_path TO app; RESET search_path; CREATE TABLE t (a int)     | t     | t
          SET search_path TO app; SET search_path TO DEFAULT                    | t     | t
          SELECT set_config('search_path', 'app, "B"', false)                   | t     | app.t
          SELECT set_config('search_path', '', false)                           | t     | t
          SET search_path TO "$user", app                                       | t     | app.t
          """)
  void findsWhatPostgresqlWouldFind(String sql, String written, String found) {
    assertThat(Replayed.of(sql).resolve(Replayed.name(written))).hasToString(found);
  }

  @Test
  void takesAPlaceholderForTheSchemaOfTheOnlyTableOfThatName() {
    SchemaState state = Replayed.of("CREATE TABLE ${schema}.orders (a int)");

    assertThat(state.relation(Replayed.name("orders"))).isPresent();
    assertThat(
            Replayed.of("CREATE TABLE orders (a int)").relation(Replayed.name("${schema}.orders")))
        .isPresent();
  }

  @Test
  void saysThatItGuessed() {
    SchemaState state = Replayed.of("CREATE TABLE app.orders (a int); CREATE TABLE carts (a int)");

    assertThat(state.isGuess(Replayed.name("orders"))).isTrue();
    assertThat(state.isGuess(Replayed.name("app.orders"))).isFalse();
    assertThat(state.isGuess(Replayed.name("carts"))).isFalse();
    assertThat(state.isGuess(Replayed.name("nothing"))).isFalse();
  }

  @Test
  void looksThroughTheSearchPathThatItIsGiven() {
    SchemaState state = Replayed.of("CREATE TABLE a.t (x int); CREATE TABLE b.t (y int)");

    assertThat(state.withSearchPath(List.of("b", "a")).resolve(Replayed.name("t")))
        .hasToString("b.t");
    assertThat(state.withSearchPath(List.of("b", "a")).withSearchPathOf(state).searchPath())
        .containsExactly("public");
  }
}
