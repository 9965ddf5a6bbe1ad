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
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of indexes on one table, and what each statement that makes one is said to build. */
final class ManyIndexesTest {
  private static final StatementReader READER = new StatementReader();
  private static final Era NOW = new Era(0, 0, 1);
  private static final int MANY = 4000;

  private SchemaState state = SchemaState.empty();

  @Test
  void theLastOfThousandsIsToldFromTheOthers() {
    run("CREATE TABLE orders (id bigint, note text)");
    IntStream.range(0, MANY)
        .forEach(
            i -> assertThat(run("CREATE INDEX i%d ON orders (id) WHERE id > %d".formatted(i, i))
                    .builds())
                .hasToString("[i%d]".formatted(i)));
    assertThat(state.indexesOn(state.relations().get(0).name())).hasSize(MANY);
  }

  private StatementImpact run(String sql) {
    Statement statement =
        READER.read(SqlScript.read(SourceText.of("a.sql", sql)).statements().get(0));
    Situation situation = new Situation(
        new SchemaView(state, NOW),
        new TransactionState(
            true,
            false,
            false,
            Timeout.UNSET,
            Timeout.UNSET,
            Optional.empty(),
            true,
            HeldLocks.NONE),
        PgVersion.NEWEST);
    Deferred<SchemaState> after = new Deferred<>(() -> state.after(statement, NOW, "a.sql"));
    StatementImpact impact = ImpactTable.impactOf(statement, situation, after);
    state = after.get();
    return impact;
  }
}
