package dev.redshank.sandbox.trace;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.rows.Filled;
import java.util.List;
import java.util.Optional;

/**
 * What migrations did on a real server.
 *
 * @param server the whole version, such as {@code 17.11}
 * @param filled the rows that each deploy met
 * @param migrations those under review that were begun, in order
 * @param historyFailure why history could not be set up; then nothing is traced
 * @param notRun migrations under review that were not begun, because one before them failed
 */
public record Trace(
    PgVersion postgres,
    String server,
    TraceOptions options,
    List<Filled> filled,
    List<TracedMigration> migrations,
    Optional<TraceFailure> historyFailure,
    List<String> notRun,
    List<TraceAlarm> alarms) {
  public Trace {
    filled = List.copyOf(filled);
    migrations = List.copyOf(migrations);
    notRun = List.copyOf(notRun);
    alarms = List.copyOf(alarms);
  }

  /** Every statement of every migration. */
  public List<TracedStatement> statements() {
    return migrations.stream().flatMap(each -> each.statements().stream()).toList();
  }

  /** Whether something was left out that may have changed the database, such as {@code \\i}. */
  public boolean leavesHoles() {
    return statements().stream()
        .anyMatch(each -> each.skipped().map(skipped -> skipped.leavesHole()).orElse(false));
  }

  /** How many statements did something else than Redshank claims. */
  public int disagreements() {
    return (int) statements().stream().filter(each -> !each.agrees()).count();
  }

  /** What ended the run: a migration, or history before them. */
  public Optional<TraceFailure> failure() {
    return historyFailure.or(
        () -> migrations.stream().flatMap(each -> each.failure().stream()).findFirst());
  }
}
