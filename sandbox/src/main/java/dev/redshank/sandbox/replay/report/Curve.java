package dev.redshank.sandbox.replay.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A line of a plot.
 *
 * @param failed points that are drawn as crosses
 */
record Curve(String name, List<Point> points, List<Point> failed) {
  private static final int MOST_POINTS = 100;
  private static final int MOST_CROSSES = 40;

  /** One value at one moment. */
  record Point(double x, double y) {}

  Curve {
    points = highest(points, MOST_POINTS);
    failed = highest(failed, MOST_CROSSES);
  }

  /**
   * At most so many, of each part of the time the highest: a peak is what a plot is looked at for. The
   * first and the last stay, so that it is as long as before.
   */
  static List<Point> highest(List<Point> points, int most) {
    if (points.size() <= most) {
      return List.copyOf(points);
    }
    double from = points.get(0).x();
    double step = (points.get(points.size() - 1).x() - from) / (most - 2);
    List<Point> kept = new ArrayList<>();
    kept.add(points.get(0));
    int next = 1;
    for (int part = 1; part <= most - 2; part++) {
      List<Point> group = new ArrayList<>();
      double end = from + part * step;
      while (next < points.size() - 1 && (points.get(next).x() < end || part == most - 2)) {
        group.add(points.get(next++));
      }
      Optional<Point> top = group.stream().max(Comparator.comparingDouble(Point::y));
      top.ifPresent(kept::add);
    }
    kept.add(points.get(points.size() - 1));
    return List.copyOf(kept);
  }
}
