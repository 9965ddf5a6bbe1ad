package dev.redshank.sandbox.replay;

import dev.redshank.sandbox.replay.result.ReplayResult;
import java.util.List;

/** Hears how replays go on while they run. Calls come one after the other, from any thread. */
public interface ReplayListener {
  /** Hears nothing. */
  ReplayListener NONE = new ReplayListener() {};

  /**
   * A replay begins.
   *
   * @param number of it, from 1
   * @param all how many there are
   */
  default void begins(Replay replay, int number, int all) {}

  /** An act begins: {@code danger}, {@code remedy}, or what else it shows. */
  default void actBegins(String act) {}

  /** A statement of the set-up begins; the same ones for each act. */
  default void setsUp(String sql) {}

  /** A session begins to run a statement. */
  default void runs(String session, String sql) {}

  /** Who waits for whom right now, as {@code reader waits for migration}; told when it changes. */
  default void waits(List<String> waits) {}

  default void ends(ReplayResult result) {}
}
