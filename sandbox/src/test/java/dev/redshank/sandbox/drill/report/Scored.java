package dev.redshank.sandbox.drill.report;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.drill.Drill;
import dev.redshank.sandbox.drill.DrillResult;
import dev.redshank.sandbox.drill.DrillResult.Statement;
import dev.redshank.sandbox.drill.Drills;
import dev.redshank.sandbox.drill.Score;
import dev.redshank.sandbox.drill.Score.ScoredPart;
import dev.redshank.sandbox.drill.Score.SprungTrap;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.result.ProbeSample;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.TimelineEvent.State;
import dev.redshank.sandbox.replay.result.WalSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scored drills for the tests of reports. */
final class Scored {
  /** What a browser, a terminal or a shell would obey. */
  static final String HOSTILE =
      "</script> <script>hacked=1</script> \u001b[31m \u202e'\"&<b>\n" + "x ".repeat(150);

  private static final double MINUTES = 12 * 60_000;

  private Scored() {}

  /** One of twelve minutes in which everything happened that can, with hostile SQL. */
  static DrillResult hostile() {
    Drill drill = Drills.find("backfill-floods-the-replica").orElseThrow();
    Score score = new Score(
        List.of(new ScoredPart("found", true, HOSTILE), new ScoredPart("other", false, "no")),
        List.of(new ScoredPart("mended", false, HOSTILE), new ScoredPart("more", true, "")),
        List.of(new SprungTrap("trap", HOSTILE)),
        List.of(HOSTILE));
    return new DrillResult(
        drill,
        new PgVersion(18),
        score,
        2,
        List.of(
            new Statement(1_000, "app_db", "SELECT 1"),
            new Statement(300_000, HOSTILE, HOSTILE),
            new Statement(700_000, "app_db", "UPDATE orders SET region = 'x'")),
        List.of(
            new TimelineEvent("migration_runner", 0, 300_000, State.HOLDING, "SHARE on orders"),
            new TimelineEvent("app_writer_1", 2_000, 300_000, State.WAITING, "migration_runner"),
            new TimelineEvent(HOSTILE, 2_000, 300_000, State.WAITING, HOSTILE)),
        List.of(new ProbeResult("app_writer_1", "INSERT", samples())),
        List.of(new WalSample(0, 0, 50_000_000), new WalSample(MINUTES, 90_000_000, 1_000)),
        MINUTES);
  }

  private static List<ProbeSample> samples() {
    List<ProbeSample> samples = new ArrayList<>();
    for (double at = 0; at < MINUTES; at += 5_000) {
      samples.add(
          new ProbeSample(at, at % 40_000, at > 600_000 ? Optional.of("23502") : Optional.empty()));
    }
    return samples;
  }
}
