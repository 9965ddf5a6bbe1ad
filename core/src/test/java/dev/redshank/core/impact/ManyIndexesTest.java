package dev.redshank.core.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.Deferred;
import dev.redshank.core.schema.Era;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of indexes on one table, and what each statement that makes one is said to build. */
final class ManyIndexesTest {
  private static final StatementReader READER = new StatementReader();
  private static final Era NOW = new Era(0, 0, 1);

  private SchemaState state = SchemaState.empty();

  @Test
  void theLastOfThousandsIsToldFromTheOthers() {
    List.of(500, 1000, 2000, 4000, 8000).forEach(count -> {
      state = SchemaState.empty();
      run("CREATE TABLE orders (id bigint, note text)");
      long begun = System.nanoTime();
      IntStream.range(0, count)
          .forEach(
              i -> assertThat(run("CREATE INDEX i%d ON orders (id) WHERE id > %d".formatted(i, i))
                      .builds())
                  .hasToString("[i%d]".formatted(i)));
      print(count, System.nanoTime() - begun);
      assertThat(state.indexesOn(state.relations().get(0).name())).hasSize(count);
    });
  }

  /** Figures for who looks: no machine is as fast as the next, so none is asked for. */
  private static void print(int count, long nanos) {
    System.out.printf(
        "%d indexes on a table: %d ms, %d us each%n",
        count, nanos / 1_000_000, nanos / 1_000 / count);
  }

  private StatementImpact run(String sql) {
    Statement statement =
        READER.read(SqlScript.read(SourceText.of("a.sql", sql)).statements().get(0));
    Situation situation = new Situation(
        new SchemaView(state, NOW),
        new TransactionState(
            true, false, false, Timeout.UNSET, Timeout.UNSET, Optional.empty(), HeldLocks.NONE),
        PgVersion.NEWEST);
    Deferred<SchemaState> after = new Deferred<>(() -> state.after(statement, NOW, "a.sql"));
    StatementImpact impact = ImpactTable.impactOf(statement, situation, after);
    state = after.get();
    return impact;
  }
}
