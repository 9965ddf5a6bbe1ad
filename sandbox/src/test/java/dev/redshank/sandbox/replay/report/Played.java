package dev.redshank.sandbox.replay.report;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.text.Span;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.measure.RelationKind;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.ReplayListener;
import dev.redshank.sandbox.replay.Replays;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.Figure;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.result.ProbeSample;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.TimelineEvent.State;
import dev.redshank.sandbox.replay.result.Verdict;
import dev.redshank.sandbox.replay.result.WalSample;
import dev.redshank.sandbox.server.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Results to write reports from: real ones, and one full of what nobody should put into SQL. */
final class Played {
  /** Everything that ends an element, a string or a comment somewhere. */
  static final String HOSTILE =
      "</script><script>hacked=1</script><img src=x onerror='hacked=1'>\"]]>--><!-- \u0007\u001b[31m \u202e &amp;";

  /** Two replays as a server plays them; played once. */
  static final List<ReplayResult> REAL = real();

  private Played() {}

  private static List<ReplayResult> real() {
    List<Replay> replays = List.of(
        Replays.find("lock-queue-freeze").orElseThrow(),
        Replays.find("volatile-default-rewrite").orElseThrow());
    try (PostgresServer server = PostgresServer.start(PgVersion.DEFAULT, Replays.SETTINGS)) {
      return Replays.play(replays, server, ReplayListener.NONE);
    }
  }

  static ReplayReport report(List<ReplayResult> replays) {
    return new ReplayReport(PgVersion.DEFAULT, replays, (given, statements) -> List.of(said()));
  }

  private static Finding said() {
    return Finding.of(
        new RuleId("table-dropped"),
        FailureMode.DESTRUCTIVE_ROLLBACK,
        Severity.ERROR,
        new Span(0, 1),
        "orders is gone: " + HOSTILE);
  }

  /** A refuted replay whose every text is hostile, with a standby that lags. */
  static ReplayResult hostile() {
    return refuted("table-dropped", HOSTILE, 500);
  }

  /** A refuted replay with words of its own everywhere. */
  static ReplayResult refuted(String id, String words, int requests) {
    return new ReplayResult(
        id,
        FailureMode.DESTRUCTIVE_ROLLBACK,
        Optional.of(new RuleId(id)),
        "Table dropped " + words,
        PgVersion.DEFAULT,
        Verdict.REFUTED,
        "danger: not so that " + words,
        act("danger", words, requests),
        act("remedy", words, requests),
        List.of(act("also " + words, words, requests)));
  }

  private static ActResult act(String title, String words, int requests) {
    String sql = "DROP TABLE \"" + words + "\" -- " + "x".repeat(300);
    List<ProbeSample> samples = new ArrayList<>();
    List<WalSample> wal = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      boolean frozen = i > requests / 4 && i < requests / 2;
      Optional<String> failure = frozen && i % 7 == 0 ? Optional.of("503") : Optional.empty();
      samples.add(new ProbeSample(i * 5.0, frozen ? 5.0 * (requests / 2 - i) : 1.5, failure));
      wal.add(new WalSample(i * 5.0, i * 90_000L, Math.max(0, i * 30_000L - 1_000_000)));
    }
    return new ActResult(
        title,
        List.of("CREATE TABLE orders (id int)", "SELECT '" + words + "'"),
        List.of(statement(sql, words, requests)),
        List.of(new Check("it works", true, ""), new Check(words, false, "seen: " + words)),
        events(words, requests),
        List.of(new ProbeResult("reader", sql, samples), new ProbeResult(words, sql, samples)),
        wal,
        List.of(new Figure(words, 12.5, "ms"), new Figure("lost", 3, "rows")),
        requests * 5.0);
  }

  private static List<TimelineEvent> events(String words, int requests) {
    double from = requests * 1.25;
    double to = requests * 2.5;
    return List.of(
        new TimelineEvent("migration", 10, to, State.RUNNING, words),
        new TimelineEvent("migration", from, to, State.HOLDING, "ACCESS EXCLUSIVE on " + words),
        new TimelineEvent(words, from, to, State.WAITING, "migration"),
        new TimelineEvent("reader", from, to, State.WAITING, "migration"));
  }

  private static StatementResult statement(String sql, String words, int requests) {
    RelationName relation = new RelationName("public", words);
    TreeMap<RelationName, LockMode> locks = new TreeMap<>();
    locks.put(relation, LockMode.ACCESS_EXCLUSIVE);
    TreeMap<RelationName, RelationKind> kinds = new TreeMap<>();
    kinds.put(relation, RelationKind.TABLE);
    TreeSet<RelationName> names = new TreeSet<>(List.of(relation));
    Measured measured = new Measured(
        locks,
        kinds,
        names,
        new TreeSet<>(),
        names,
        names,
        Optional.of("2BP01"),
        words,
        true,
        true,
        123_456,
        WalVolume.TABLE,
        1,
        List.of(words));
    return new StatementResult(
        "migration",
        sql,
        10,
        requests * 2.5,
        Optional.of("2BP01"),
        words,
        Optional.of(measured),
        new TreeMap<>());
  }
}
