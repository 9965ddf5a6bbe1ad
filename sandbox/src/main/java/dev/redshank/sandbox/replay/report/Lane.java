package dev.redshank.sandbox.replay.report;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.text.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One session in the timeline of an act.
 *
 * @param background whether it repeats one statement on a schedule
 * @param failures when requests of the background failed
 * @param running statements or requests on their way
 * @param holding one for each lock
 * @param waiting one for each session that was waited for
 */
record Lane(
    String session,
    boolean background,
    List<Stretch> running,
    List<Stretch> holding,
    List<Stretch> waiting,
    List<Double> failures) {
  private static final int SHOWN = 3;
  private static final String ON = " on ";

  Lane {
    running = List.copyOf(running);
    holding = List.copyOf(holding);
    waiting = List.copyOf(waiting);
    failures = List.copyOf(failures);
  }

  /** What it did, such as {@code waits for report 795 ms}. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    totals(waiting)
        .forEach(
            (other, millis) -> words.add("waits for " + other + " " + Quantity.millis(millis)));
    if (!failures.isEmpty()) {
      words.add(Quantity.count(failures.size(), "request") + " failed");
    }
    List<Map.Entry<String, Double>> locks = notableLocks();
    locks.stream()
        .limit(SHOWN)
        .map(lock -> "holds " + lock.getKey() + " " + Quantity.millis(lock.getValue()))
        .forEach(words::add);
    if (locks.size() > SHOWN) {
      words.add("and " + Quantity.count(locks.size() - SHOWN, "more lock"));
    }
    return words;
  }

  /** The strongest first; requests in the background take and leave the same lock all the time. */
  private List<Map.Entry<String, Double>> notableLocks() {
    return totals(holding).entrySet().stream()
        .filter(lock -> !background || strength(lock.getKey()) >= LockMode.SHARE.ordinal())
        .sorted(Comparator.comparing((Map.Entry<String, Double> lock) -> strength(lock.getKey()))
            .reversed()
            .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static Map<String, Double> totals(List<Stretch> stretches) {
    Map<String, Double> totals = new LinkedHashMap<>();
    stretches.forEach(stretch -> totals.merge(stretch.detail(), stretch.millis(), Double::sum));
    return totals;
  }

  /** The mode of a lock that is written as {@code ACCESS EXCLUSIVE on orders}. */
  static Optional<LockMode> mode(String lock) {
    for (LockMode mode : LockMode.values()) {
      if (lock.startsWith(mode.words() + ON)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  private static int strength(String lock) {
    return mode(lock).map(LockMode::ordinal).orElse(-1);
  }
}
