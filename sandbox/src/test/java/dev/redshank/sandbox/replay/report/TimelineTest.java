package dev.redshank.sandbox.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.sandbox.replay.result.ActResult;
import org.junit.jupiter.api.Test;

/** Who did what when. */
final class TimelineTest {
  private static final ActResult FREEZE = Played.REAL.get(0).danger();
  private static final ActResult REWRITE = Played.REAL.get(1).danger();

  private static Lane lane(Timeline timeline, String session) {
    return timeline.lanes().stream()
        .filter(lane -> lane.session().equals(session))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsBackgroundLast() {
    assertThat(Timeline.of(FREEZE).lanes().stream().map(Lane::session))
        .containsExactly("report", "migration", "reader", "writer", "pool");
  }

  @Test
  void isFrozenWhileUsersWaitForTheMigration() {
    Timeline timeline = Timeline.of(FREEZE);
    assertThat(timeline.frozen()).isNotEmpty();
    double frozen = timeline.frozen().stream().mapToDouble(Stretch::millis).sum();
    double longest = lane(timeline, "reader").waiting().stream()
        .mapToDouble(Stretch::millis)
        .max()
        .orElseThrow();
    assertThat(frozen).isGreaterThanOrEqualTo(longest);
    assertThat(Timeline.of(REWRITE).frozen()).isEmpty();
  }

  @Test
  void countsLocksFromWhenTheyWereGotAndNotFromWhenTheyWereWantedFor() {
    Lane migration = lane(Timeline.of(FREEZE), "migration");
    double waited = migration.waiting().get(0).to();
    assertThat(migration.holding())
        .filteredOn(lock -> lock.detail().startsWith("ACCESS EXCLUSIVE"))
        .isNotEmpty()
        .allMatch(lock -> lock.from() >= waited - 15);
  }

  @Test
  void knowsLocksThatNobodySawFromWhatTheStatementTook() {
    assertThat(lane(Timeline.of(REWRITE), "migration").words())
        .anyMatch(words -> words.startsWith("holds ACCESS EXCLUSIVE on orders"));
  }

  @Test
  void hasRoundTicks() {
    Timeline timeline = new Timeline(java.util.List.of(), 940);
    assertThat(timeline.ticks(5)).containsExactly(0d, 200d, 400d, 600d, 800d);
    assertThat(new Timeline(java.util.List.of(), 0.35).ticks(5)).hasSize(4);
  }
}
