package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in PL/pgSQL: their steps, and the places of the statements in them. */
final class PlpgsqlReaderTest {
  private static RoutineBody body(String sql) {
    return Reading.as(DoBlock.class, sql).body().orElseThrow();
  }

  private static List<String> outline(String body) {
    return outline(body("DO $body$" + body + "$body$").steps());
  }

  private static List<String> outline(List<RoutineBody.Step> steps) {
    List<String> words = new ArrayList<>();
    for (RoutineBody.Step step : steps) {
      if (step instanceof RoutineBody.Run run) {
        words.add(run.statement().kind());
      } else if (step instanceof RoutineBody.Loop loop) {
        words.add("loop " + outline(loop.steps()));
      } else if (step instanceof RoutineBody.Branches branches) {
        words.add("branches "
            + branches.branches().stream().map(PlpgsqlReaderTest::outline).toList());
      } else if (step instanceof RoutineBody.Block block) {
        words.add("block " + outline(block.steps()) + " handlers "
            + block.handlers().stream().map(PlpgsqlReaderTest::outline).toList());
      } else if (step instanceof RoutineBody.EndTransaction end) {
        words.add(end.commit() ? "commit" : "rollback");
      } else if (step instanceof RoutineBody.Unread unread) {
        words.add("unread: " + unread.reason());
      } else {
        words.add(step instanceof RoutineBody.DynamicSql ? "dynamic" : "other");
      }
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
          BEGIN END # []
          BEGIN NULL; END; # [other]
          <<outer>> DECLARE a int; b t.x%TYPE := 5; BEGIN a := 1; b = 2; END outer # [other, other]
          BEGIN a[1] := 2; r.x := 3; a := (SELECT max(id) FROM t); END # [other, other, SELECT]
          BEGIN UPDATE t SET a = 1; DELETE FROM t; END # [UPDATE, DELETE]
          BEGIN SELECT a INTO STRICT v FROM t; END # [SELECT]
          BEGIN INSERT INTO t VALUES (1) RETURNING id INTO v; END # [INSERT]
          BEGIN PERFORM f(x); PERFORM 1 FROM t; END # [SELECT, SELECT]
          BEGIN IF a THEN ALTER TABLE t ADD b int; ELSIF c THEN NULL; ELSE COMMIT; END IF; END # [branches [[ALTER TABLE], [other], [commit]]]
          BEGIN IF CASE WHEN a THEN b END THEN NULL; END IF; END # [branches [[other]]]
          BEGIN IF EXISTS (SELECT 1 FROM t) THEN NULL; END IF; END # [SELECT, branches [[other]]]
          BEGIN CASE x WHEN 1, 2 THEN NULL; WHEN 3 THEN CALL p(); ELSE RAISE 'x'; END CASE; END # [branches [[other], [CALL], [other]]]
          BEGIN CASE WHEN a = 1 THEN NULL; END CASE; END # [branches [[other]]]
          BEGIN LOOP EXIT WHEN a; CONTINUE; END LOOP; END # [loop [other, other]]
          BEGIN <<l>> WHILE a < 1 LOOP COMMIT; END LOOP l; END # [loop [commit]]
          BEGIN FOR i IN REVERSE 10..1 BY 2 LOOP NULL; END LOOP; END # [loop [other]]
          BEGIN FOR i IN (1) .. (2) LOOP NULL; END LOOP; END # [loop [other]]
          BEGIN FOR r IN SELECT * FROM t LOOP NULL; END LOOP; END # [loop [SELECT, other]]
          BEGIN FOR r IN (SELECT * FROM t) LOOP NULL; END LOOP; END # [loop [SELECT, other]]
          BEGIN FOR r IN UPDATE t SET a = 1 RETURNING id LOOP NULL; END LOOP; END # [loop [UPDATE, other]]
          BEGIN FOR r IN EXECUTE 'SELECT 1' LOOP NULL; END LOOP; END # [loop [SELECT, other]]
          BEGIN FOR r IN EXECUTE q USING 1 LOOP NULL; END LOOP; END # [loop [dynamic, other]]
          BEGIN FOR r IN cur LOOP NULL; END LOOP; END # [loop [other]]
          BEGIN FOREACH x SLICE 1 IN ARRAY xs LOOP NULL; END LOOP; END # [loop [other]]
          BEGIN BEGIN NULL; END; END # [block [other] handlers []]
          BEGIN BEGIN COMMIT; EXCEPTION WHEN a OR b THEN ROLLBACK; WHEN OTHERS THEN NULL; END; END # [block [commit] handlers [[rollback], [other]]]
          BEGIN NULL; EXCEPTION WHEN OTHERS THEN RAISE; END # [block [other] handlers [[other]]]
          BEGIN GET DIAGNOSTICS n = ROW_COUNT; ASSERT a; OPEN c; FETCH c INTO r; CLOSE c; END # [other, other, other, other, other]
          BEGIN OPEN c FOR SELECT 1; OPEN c FOR EXECUTE 'TABLE t'; END # [SELECT, SELECT]
          BEGIN RETURN; RETURN NEW; RETURN NEXT r; RETURN QUERY SELECT 1; RETURN QUERY EXECUTE 'SELECT 1'; END # [other, other, other, SELECT, SELECT]
          BEGIN COMMIT AND CHAIN; ROLLBACK; END # [commit, rollback]
          BEGIN EXECUTE 'ALTER TABLE t ADD a int; DROP TABLE u'; END # [ALTER TABLE, DROP TABLE]
          BEGIN EXECUTE 'UPDATE t SET a = $1' USING v; END # [UPDATE]
          BEGIN EXECUTE 'SELECT 1' INTO STRICT a USING b; END # [SELECT]
          BEGIN EXECUTE 'DROP TABLE ' || 't' || ' CASCADE'; END # [DROP TABLE]
          BEGIN EXECUTE ('DROP TABLE t'::text); END # [DROP TABLE]
          BEGIN EXECUTE 'DROP TABLE ' || quote_ident('T'); END # [DROP TABLE]
          BEGIN EXECUTE 'DROP TABLE ' || x; END # [dynamic]
          BEGIN EXECUTE format('DROP TABLE t'); END # [DROP TABLE]
          BEGIN EXECUTE format('DROP TABLE %I', 't'); END # [DROP TABLE]
          BEGIN EXECUTE format('DROP TABLE %I', t); END # [dynamic]
          BEGIN EXECUTE format('DROP TABLE %2$I', 1, 't'); END # [DROP TABLE]
          BEGIN EXECUTE format('DROP TABLE %-10s', 't'); END # [dynamic]
          BEGIN EXECUTE format('DROP TABLE %I'); END # [dynamic]
          BEGIN EXECUTE sql; END # [dynamic]
          BEGIN EXECUTE $x$DO $y$BEGIN DROP TABLE t; END$y$$x$; END # [DO]
          BEGIN PERFORM set_config('lock_timeout', '2s', true); END # [SELECT]
          BEGIN NULL; nonsense here; END # [other, not read]
          BEGIN IF a THEN NULL; END; END # [branches [[other, unread: no END IF where it has to be]]]
          BEGIN LOOP NULL; END LOOP; # [loop [other], unread: nothing ends the block]
          NULL; # [unread: a PL/pgSQL body begins with DECLARE or BEGIN]
          """)
  void readsTheStepsOfABody(String body, String expected) {
    assertThat(outline(body)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$BEGIN UPDATE orders SET a = 1; END$$",
        "DO LANGUAGE plpgsql 'BEGIN UPDATE orders SET a = ''x''; END'",
        "DO E'BEGIN\\n UPDATE orders SET a = \\'x\\'; END' LANGUAGE 'plpgsql'",
        "DO $$BEGIN EXECUTE 'UPDATE orders SET a = ''x'''; END$$",
        "DO $$BEGIN EXECUTE E'\\t/*\\'*/ UPDATE orders SET a = 1' || ''; END$$",
        "DO 'BEGIN EXECUTE ''UPDATE orders SET a = ''''x''''''; END'",
        "DO $$BEGIN EXECUTE 'UPD' || 'ATE orders SET a' || E' \\x' || ' = 1'; END$$",
        "DO $$BEGIN EXECUTE format('UPDATE %I SET a = ''%%''', 'orders'); END$$",
        "DO $a$BEGIN EXECUTE $b$DO $c$BEGIN EXECUTE 'UPDATE orders SET a = 1'; END$c$$b$; END$a$"
      })
  void namesHaveTheirPlaceInTheFile(String sql) {
    Span expected = new Span(sql.indexOf("orders"), sql.indexOf("orders") + "orders".length());
    assertThat(updates(Reading.as(DoBlock.class, sql)))
        .extracting(update -> update.table().span())
        .containsExactly(expected);
  }

  private static List<Update> updates(DoBlock block) {
    List<Update> updates = new ArrayList<>();
    for (RoutineBody.Step step : block.body().orElseThrow().steps()) {
      Statement statement = ((RoutineBody.Run) step).statement();
      if (statement instanceof Update update) {
        updates.add(update);
      } else if (statement instanceof DoBlock inner) {
        updates.addAll(updates(inner));
      }
    }
    return updates;
  }

  @Test
  void aLiteralInFormatIsQuoted() {
    RoutineBody body =
        body("DO $$BEGIN EXECUTE format('COMMENT ON TABLE %I IS %L', 'My T', 'it''s'); END$$");
    RoutineBody.Run run = (RoutineBody.Run) body.steps().get(0);
    CommentOn comment = (CommentOn) run.statement();
    assertThat(comment.name().name()).isEqualTo("My T");
  }

  @Test
  void blocksTooDeepAreUnread() {
    String deep = "BEGIN ".repeat(300) + "END; ".repeat(300);
    assertThat(outline(deep).toString())
        .contains("unread: blocks inside blocks more than 100 deep");
  }

  @Test
  void bodiesInBodiesTooDeepAreNotRead() {
    StringBuilder open = new StringBuilder();
    StringBuilder close = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      open.append("DO $a").append(i).append("$ BEGIN EXECUTE $b").append(i).append("$ ");
      close.insert(0, "$b" + i + "$; END $a" + i + "$ ");
    }
    Statement statement = Reading.statement(open + "SELECT 1" + close);
    int depth = 0;
    RoutineBody.Step step = new RoutineBody.Run(statement, statement.span());
    while (step instanceof RoutineBody.Run run && run.statement() instanceof DoBlock block) {
      step = block.body().orElseThrow().steps().get(0);
      depth++;
    }
    assertThat(step).isInstanceOf(RoutineBody.Unread.class);
    assertThat(depth).isBetween(20, 100);
  }

  @Test
  void aBodyInAnotherLanguageIsNotRead() {
    DoBlock block = Reading.as(DoBlock.class, "DO LANGUAGE plperl $$ BEGIN $$");
    assertThat(block.language()).isEqualTo("plperl");
    assertThat(block.body()).isEmpty();
  }
}
