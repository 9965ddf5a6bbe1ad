package dev.redshank.sandbox.replay.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From when until when something was so, in ms since the act began.
 *
 * @param detail a statement, a lock or a session
 */
record Stretch(double from, double to, String detail) {
  double millis() {
    return to - from;
  }

  boolean overlaps(double start, double end) {
    return from < end && to >= start;
  }

  /** The same time without overlaps, and without gaps up to {@code gap}, in the order of time. */
  static List<Stretch> merged(List<Stretch> stretches, double gap) {
    List<Stretch> merged = new ArrayList<>();
    for (Stretch next :
        stretches.stream().sorted(Comparator.comparingDouble(Stretch::from)).toList()) {
      int last = merged.size() - 1;
      if (last >= 0 && next.from() <= merged.get(last).to() + gap) {
        Stretch before = merged.get(last);
        double to = Math.max(before.to(), next.to());
        merged.set(last, new Stretch(before.from(), to, before.detail()));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }
}
