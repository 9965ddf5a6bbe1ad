package dev.redshank.sandbox.replay;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.server.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A replay that was played, each once a version for all tests that ask about it.
 *
 * @param given the statements of the set-up
 */
record Played(Replay replay, List<String> given, ReplayResult result) {
  private static final Map<PgVersion, List<Played>> PLAYED = new ConcurrentHashMap<>();

  Played {
    given = List.copyOf(given);
  }

  /** Every replay that {@code -Dredshank.replays=ID,ID} names, or else all. */
  static List<Played> on(PgVersion version) {
    return PLAYED.computeIfAbsent(version, Played::playAll);
  }

  private static List<Played> playAll(PgVersion version) {
    String ids = System.getProperty("redshank.replays", "");
    List<Replay> asked = Replays.all().stream()
        .filter(replay -> ids.isEmpty() || List.of(ids.split(",")).contains(replay.id()))
        .toList();
    Hearing hearing = new Hearing();
    try (PostgresServer server = PostgresServer.start(version, Replays.SETTINGS)) {
      Replays.play(asked, server, hearing);
    }
    return List.copyOf(hearing.played);
  }

  /** What the migration ran in an act. */
  static List<String> migration(ActResult act) {
    return act.statements().stream()
        .filter(statement -> statement.session().equals(Scene.MIGRATION))
        .map(StatementResult::sql)
        .toList();
  }

  @Override
  public String toString() {
    return replay.id() + " on PostgreSQL " + result.postgres();
  }

  private static final class Hearing implements ReplayListener {
    private final List<Played> played = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private List<Replay> current = List.of();

    @Override
    public void begins(Replay replay, int number, int all) {
      current = List.of(replay);
    }

    @Override
    public void actBegins(String act) {
      given.clear();
    }

    @Override
    public void setsUp(String sql) {
      given.add(sql);
    }

    @Override
    public void ends(ReplayResult result) {
      played.add(new Played(current.get(0), given, result));
    }
  }
}
