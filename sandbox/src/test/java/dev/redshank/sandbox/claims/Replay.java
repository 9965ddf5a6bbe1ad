package dev.redshank.sandbox.claims;

import dev.redshank.core.impact.Example;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.HeldLocks;
import dev.redshank.core.impact.ImpactRow;
import dev.redshank.core.impact.ImpactTable;
import dev.redshank.core.impact.Situation;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.Era;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.statement.SetSetting;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.text.SourceText;
import java.util.List;
import java.util.Optional;

/** What Redshank says of an example: the statements before it are history, only read. */
final class Replay {
  private static final StatementReader READER = new StatementReader();

  private final PgVersion version;
  private SchemaState state = SchemaState.empty();
  private int transaction;
  private Optional<String> timeZone = Optional.empty();
  private boolean checksBodies = true;
  private HeldLocks held = HeldLocks.NONE;

  private Replay(PgVersion version) {
    this.version = version;
  }

  /** What is said, and the rows that say it. */
  record Claim(StatementImpact impact, List<ImpactRow<?>> rows) {}

  /**
   * @param inside whether the statement runs in a transaction block
   */
  static Claim of(Example example, boolean inside, PgVersion version) {
    Replay replay = new Replay(version);
    example.given().forEach(replay::history);
    replay.transaction++;
    example.earlier().forEach(replay::inDeploy);
    Situation situation = replay.situation(inside);
    Statement statement = read(example.statement());
    return new Claim(
        ImpactTable.impactOf(statement, situation), ImpactTable.fitting(statement, situation));
  }

  private void history(String sql) {
    transaction++;
    state = state.after(read(sql), new Era(0, 0, transaction), "history.sql");
  }

  private void inDeploy(String sql) {
    Statement statement = read(sql);
    if (statement instanceof SetSetting set && set.name().equals("timezone")) {
      timeZone = set.values().stream().findFirst();
    }
    if (statement instanceof SetSetting set && set.name().equals("check_function_bodies")) {
      checksBodies = !set.values().contains("off");
    }
    Situation before = situation(true);
    StatementImpact impact = ImpactTable.impactOf(statement, before);
    held = held.plus(() -> HeldLock.of(statement, before, impact, "deploy.sql"));
    state = state.after(statement, now(), "deploy.sql");
  }

  private Era now() {
    return new Era(1, 1, transaction);
  }

  private Situation situation(boolean inside) {
    TransactionState around = new TransactionState(
        inside, false, false, Timeout.UNSET, Timeout.UNSET, timeZone, checksBodies, held);
    return new Situation(new SchemaView(state, now()), around, version);
  }

  private static Statement read(String sql) {
    SqlScript script = SqlScript.read(SourceText.of("example.sql", sql));
    if (script.statements().size() != 1) {
      throw new IllegalArgumentException("Not one statement: " + sql);
    }
    return READER.read(script.statements().get(0));
  }
}
