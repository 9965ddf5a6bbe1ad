package dev.redshank.core.baseline;

import dev.redshank.core.text.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The findings that were there when a project began to use Redshank; each counts once.
 *
 * @param source the file that holds them
 */
public record Baseline(SourceText source, List<KnownFinding> findings) {
  public Baseline {
    findings = List.copyOf(findings);
  }

  /**
   * What came of comparing findings with a baseline.
   *
   * @param known for each finding, in the same order, its entry
   * @param left the entries that no finding is any more
   */
  public record Comparison(List<Optional<KnownFinding>> known, List<KnownFinding> left) {}

  /**
   * Compares: entries of the same migration first, then those whose migration is gone, which has got another name.
   *
   * @param found the findings of a run
   * @param isGone whether there is no such migration any more
   */
  public Comparison compare(List<KnownFinding> found, Predicate<String> isGone) {
    List<Optional<KnownFinding>> known = new ArrayList<>();
    Map<String, Deque<KnownFinding>> here = new HashMap<>();
    for (KnownFinding entry : findings) {
      here.computeIfAbsent(entry.here(), unused -> new ArrayDeque<>()).add(entry);
    }
    for (KnownFinding one : found) {
      known.add(taken(here, one.here()));
    }
    Map<String, Deque<KnownFinding>> moved = moved(here, isGone);
    for (int i = 0; i < found.size(); i++) {
      if (known.get(i).isEmpty()) {
        known.set(i, taken(moved, found.get(i).anywhere()));
      }
    }
    Set<KnownFinding> used = identities();
    known.forEach(entry -> entry.ifPresent(used::add));
    return new Comparison(
        known, findings.stream().filter(one -> !used.contains(one)).toList());
  }

  private static Set<KnownFinding> identities() {
    return java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
  }

  private static Map<String, Deque<KnownFinding>> moved(
      Map<String, Deque<KnownFinding>> here, Predicate<String> isGone) {
    Map<String, Deque<KnownFinding>> moved = new HashMap<>();
    Set<String> gone = new HashSet<>();
    Set<String> there = new HashSet<>();
    for (Deque<KnownFinding> entries : here.values()) {
      for (KnownFinding entry : entries) {
        String path = entry.path();
        if (!gone.contains(path) && !there.contains(path)) {
          (isGone.test(path) ? gone : there).add(path);
        }
        if (gone.contains(path)) {
          moved.computeIfAbsent(entry.anywhere(), unused -> new ArrayDeque<>()).add(entry);
        }
      }
    }
    return moved;
  }

  private static Optional<KnownFinding> taken(
      Map<String, Deque<KnownFinding>> entries, String name) {
    Deque<KnownFinding> same = entries.get(name);
    return same == null ? Optional.empty() : Optional.ofNullable(same.poll());
  }
}
