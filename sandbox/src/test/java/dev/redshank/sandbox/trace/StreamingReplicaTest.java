package dev.redshank.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.server.PostgresServer;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a replica is behind each statement of a trace. */
final class StreamingReplicaTest {
  private static final long NARROW = 4_000_000;

  static List<PgVersion> versions() {
    return Majors.asked();
  }

  private static Trace trace(PgVersion version, OptionalLong bytesPerSecond, String sql) {
    try (PostgresServer server = PostgresServer.start(version, StreamingReplica.SETTINGS);
        StreamingReplica replica = StreamingReplica.of(server, bytesPerSecond)) {
      return Traced.of("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY, note text);")
          .and("V2__b.sql", sql)
          .since("2")
          .rows(20_000)
          .followedBy(replica)
          .on(server);
    }
  }

  private static Lag lag(Trace trace, int statement) {
    return trace.statements().get(statement).replica().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void saysWhichStatementsAReplicaOverANarrowLinkIsBehind(PgVersion version) {
    Trace trace = trace(
        version,
        OptionalLong.of(NARROW),
        "ALTER TABLE a ADD COLUMN b int;\nUPDATE a SET note = repeat('x', 200);\nSELECT 1;\n");
    assertThat(trace.failure()).isEmpty();
    assertThat(lag(trace, 1).bytes()).isGreaterThan(NARROW / 4);
    assertThat(lag(trace, 0).bytes()).isLessThan(lag(trace, 1).bytes() / 4);
    assertThat(lag(trace, 2).bytes()).isLessThan(lag(trace, 1).bytes() / 4);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void reportsTellIt(PgVersion version) throws IOException {
    Trace trace = trace(version, OptionalLong.empty(), "UPDATE a SET note = 'x';");
    StringBuilder text = new StringBuilder();
    TraceText.write(trace, new TextOptions(100, false), text);
    assertThat(text).containsPattern("replica +[0-9.]+ .* behind when it ends, level .* later");
    StringWriter json = new StringWriter();
    TraceJson.write(trace, "1", json);
    assertThat(json.toString()).contains("\"caughtUpMillis\"");
    StringBuilder html = new StringBuilder();
    TraceHtml.write(trace, "1", html);
    assertThat(html).contains("behind when it ends");
  }
}
