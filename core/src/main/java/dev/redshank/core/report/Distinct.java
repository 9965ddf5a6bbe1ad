package dev.redshank.core.report;

import java.util.HashMap;
import java.util.Map;

/** Tells equal names apart by counting them: {@code a}, {@code a-2}, {@code a-3}. */
final class Distinct {
  private final Map<String, Integer> seen = new HashMap<>();

  String of(String name) {
    int nth = seen.merge(name, 1, Integer::sum);
    return nth == 1 ? name : of(name + "-" + nth);
  }
}
