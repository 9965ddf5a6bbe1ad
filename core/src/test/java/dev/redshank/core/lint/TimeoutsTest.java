package dev.redshank.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timeouts as PostgreSQL's settings write them. */
final class TimeoutsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0", "2000, 2000", "2s, 2000", "2 s, 2000", "1min, 60000", "1.5s, 1500", "500ms, 500",
    "1h, 3600000", "1d, 86400000", "250us, 0", "'', 0", "soon, 0", "2 weeks, 0", "1.2.3s, 0"
  })
  void readsUnits(String text, long millis) {
    assertThat(Timeouts.read(text).millis()).isEqualTo(millis);
  }
}
