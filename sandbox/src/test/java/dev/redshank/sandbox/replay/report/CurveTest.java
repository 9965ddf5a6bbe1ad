package dev.redshank.sandbox.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.sandbox.replay.report.Curve.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fewer points, the same picture. */
final class CurveTest {
  private static List<Point> flat(int points, int peak) {
    return IntStream.range(0, points)
        .mapToObj(i -> new Point(i, i == peak ? 900 : 1))
        .toList();
  }

  @Test
  void keepsFewPointsAsTheyAre() {
    List<Point> few = flat(10, 3);
    assertThat(Curve.highest(few, 10)).isEqualTo(few);
  }

  @Test
  void keepsPeakAndEndsOfMany() {
    for (int peak : new int[] {1, 2500, 4998}) {
      assertThat(Curve.highest(flat(5000, peak), 100))
          .hasSizeLessThanOrEqualTo(100)
          .contains(new Point(peak, 900))
          .startsWith(new Point(0, 1))
          .endsWith(new Point(4999, 1));
    }
  }

  @Test
  void copesWithPointsOfOneMoment() {
    List<Point> same = IntStream.range(0, 500).mapToObj(i -> new Point(7, i)).toList();
    assertThat(Curve.highest(same, 50)).hasSizeLessThanOrEqualTo(50).contains(new Point(7, 498));
  }
}
