package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Drill.Facts;
import java.util.List;
import java.util.Optional;

/** All drills. */
public final class Drills {
  private static final String RELEASES = "migrations and releases";
  private static final String CONTROL = "incident control";

  private static final Front ALTER =
      new LockPileup("ALTER TABLE orders ADD COLUMN fraud_score integer");
  private static final Front SHARE = new LockPileup("LOCK TABLE orders IN SHARE MODE");

  private static final List<Drill> ALL = List.of(
      new Drill(
          "alter-table-locks-production",
          new Facts(RELEASES, 3, "10–15", List.of("lock-timeout-missing", "unbatched-backfill")),
          () -> List.of(new Shop(), ALTER)),
      new Drill(
          "bad-migration-and-lock-pileup",
          new Facts(
              RELEASES, 4, "15–20", List.of("index-without-concurrently", "lock-timeout-missing")),
          () -> List.of(new Shop(), SHARE, new HalfAppliedColumn())),
      new Drill(
          "release-fallout",
          new Facts(
              CONTROL, 5, "20–30", List.of("index-without-concurrently", "lock-timeout-missing")),
          () -> List.of(
              new Shop(),
              SHARE,
              new HalfAppliedColumn(),
              new OldApplication(),
              new SkippedTenant())),
      new Drill(
          "final-production-incident",
          new Facts(
              CONTROL, 5, "25–35", List.of("index-without-concurrently", "lock-timeout-missing")),
          () -> List.of(
              new Shop(),
              SHARE,
              new HalfAppliedColumn(),
              new OldApplication(),
              new SkippedTenant(),
              new LostAccess())),
      new Drill(
          "invalid-index-after-retry",
          new Facts(RELEASES, 3, "10–15", List.of("concurrently-if-not-exists")),
          () -> List.of(new Shop(), new InvalidIndex())),
      new Drill(
          "backfill-floods-the-replica",
          new Facts(RELEASES, 4, "15–20", List.of("unbatched-backfill")),
          () -> List.of(new Shop(), new FloodingBackfill())),
      new Drill(
          "rename-under-two-applications",
          new Facts(RELEASES, 4, "15–20", List.of("column-renamed")),
          () -> List.of(new Shop(), new RenamedColumn())),
      new Drill(
          "not-null-half-way",
          new Facts(
              CONTROL, 5, "20–30", List.of("set-not-null-without-check", "unbatched-backfill")),
          () -> List.of(new Shop(), new HalfWayNotNull())));

  private Drills() {}

  /** The four of the course, in its order, then the further ones. */
  public static List<Drill> all() {
    return ALL;
  }

  public static Optional<Drill> find(String id) {
    return ALL.stream().filter(drill -> drill.id().equals(id)).findFirst();
  }
}
