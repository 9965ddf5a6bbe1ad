package dev.redshank.sandbox.trace;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.server.PostgresServer;
import java.util.List;

/** Makes traces, and looks into them. */
final class Traces {
  /** Two tables, one of which refers to the other. */
  static final String SHOP = "CREATE TABLE customers (id bigint PRIMARY KEY, name text);\n"
      + "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint NOT NULL REFERENCES customers,"
      + " note text, total int CHECK (total > 0));\n";

  private Traces() {}

  static Trace trace(PgVersion version, Traced migrations) {
    try (PostgresServer server = PostgresServer.start(version, List.of())) {
      return migrations.on(server);
    }
  }

  static List<String> differences(Trace trace) {
    return trace.statements().stream()
        .flatMap(each -> each.differences().stream())
        .toList();
  }

  static TracedStatement statement(Trace trace, int index) {
    return trace.statements().get(index);
  }

  static Measured measured(Trace trace, int index) {
    return statement(trace, index).measured().orElseThrow();
  }

  static RelationName table(String name) {
    return new RelationName("public", name);
  }
}
