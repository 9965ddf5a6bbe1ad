package dev.redshank.sandbox.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.report.JsonPlaces;
import dev.redshank.core.report.LintJson;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.rows.Filled;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What migrations did as JSON, a public contract: {@code trace.schema.json} describes it, and keys are only added. */
public final class TraceJson {
  private final Trace trace;
  private final String version;
  private final JsonGenerator json;

  private TraceJson(Trace trace, String version, JsonGenerator json) {
    this.trace = trace;
    this.version = version;
    this.json = json;
  }

  /**
   * @param version of Redshank
   */
  public static void write(Trace trace, String version, Writer out) throws IOException {
    try (JsonGenerator json = LintJson.generator(out)) {
      new TraceJson(trace, version, json).document();
    }
  }

  private void document() throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonPlaces.SCHEMA_VERSION);
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "redshank");
    json.writeStringField("version", version);
    json.writeEndObject();
    json.writeStringField("postgres", trace.postgres().toString());
    json.writeStringField("server", trace.server());
    json.writeNumberField("rows", trace.options().rows());
    json.writeArrayFieldStart("filled");
    for (Filled table : trace.filled()) {
      filled(table);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("migrations");
    for (TracedMigration migration : trace.migrations()) {
      migration(migration);
    }
    json.writeEndArray();
    failure("historyFailure", trace.historyFailure());
    JsonPlaces.strings(json, "notRun", trace.notRun());
    alarms();
    summary();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void filled(Filled table) throws IOException {
    json.writeStartObject();
    json.writeStringField("relation", table.table().toString());
    json.writeNumberField("rows", table.rows());
    json.writeNumberField("wanted", table.wanted());
    nullable("reason", table.reason());
    json.writeEndObject();
  }

  private void migration(TracedMigration migration) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", migration.file().path());
    json.writeStringField("version", migration.file().version());
    json.writeNumberField("deploy", migration.deploy());
    json.writeStringField(
        "transaction",
        switch (migration.transactions()) {
          // What Flyway decides by the statements is decided before they run.
          case WRAPPED, DETECTED, MIXED -> "wrapped";
          case AUTOCOMMIT -> "autocommit";
          case SIMPLE_QUERY -> "simple-query";
        });
    json.writeNumberField("durationMillis", Quantity.roundedMillis(migration.took()));
    failure("failure", migration.failure());
    json.writeNumberField("statementsNotRun", migration.notRun());
    json.writeArrayFieldStart("statements");
    for (TracedStatement statement : migration.statements()) {
      statement(statement);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void failure(String name, Optional<TraceFailure> failure) throws IOException {
    if (failure.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("path", failure.get().path());
    json.writeNumberField("line", failure.get().position().line());
    json.writeNumberField("column", failure.get().position().column());
    json.writeStringField("what", failure.get().what());
    json.writeStringField("sqlState", failure.get().sqlState());
    json.writeStringField("message", failure.get().message());
    json.writeEndObject();
  }

  private void statement(TracedStatement statement) throws IOException {
    json.writeStartObject();
    JsonPlaces.span(json, statement.source(), statement.span());
    json.writeStringField("kind", statement.kind());
    json.writeStringField("transaction", statement.insideTransaction() ? "inside" : "outside");
    nullable("notRun", statement.skipped().map(skipped -> skipped.reason()));
    json.writeNumberField("startMillis", Quantity.roundedMillis(statement.start()));
    nullable(
        "lockTimeout",
        Optional.of(statement.lockTimeout())
            .filter(value -> !value.isEmpty() && !value.equals("0")));
    locks(statement);
    holding(statement.holding());
    if (statement.measured().isPresent()) {
      json.writeFieldName("measured");
      measured(statement.measured().get());
    } else {
      json.writeNullField("measured");
    }
    replica(statement.replica());
    JsonPlaces.relations(json, "leavesInvalid", statement.left().invalidIndexes());
    JsonPlaces.strings(json, "leavesNotValidated", statement.left().notValidated());
    json.writeBooleanField("agrees", statement.agrees());
    JsonPlaces.strings(json, "differences", statement.differences());
    json.writeEndObject();
  }

  private void measured(Measured measured) throws IOException {
    json.writeStartObject();
    json.writeNumberField("durationMillis", Quantity.roundedMillis(measured.took()));
    nullable("fails", measured.sqlState());
    nullable("message", Optional.of(measured.message()).filter(words -> !words.isEmpty()));
    json.writeBooleanField("mustRunOutsideTransaction", measured.mustRunOutsideTransaction());
    json.writeBooleanField("waitsForSnapshots", measured.waitsForSnapshots());
    JsonPlaces.relations(json, "rewrites", measured.rewrites());
    JsonPlaces.relations(json, "scans", measured.scans());
    JsonPlaces.relations(json, "builds", measured.builds());
    json.writeNumberField("rowsWritten", measured.rowsWritten());
    json.writeStringField("wal", measured.wal().words());
    json.writeNumberField("walBytes", measured.walBytes());
    JsonPlaces.strings(json, "server", ServerWords.telling(measured.words()));
    json.writeEndObject();
  }

  private void replica(Optional<Lag> lag) throws IOException {
    if (lag.isEmpty()) {
      json.writeNullField("replica");
      return;
    }
    json.writeObjectFieldStart("replica");
    json.writeNumberField("bytesBehind", lag.get().bytes());
    json.writeNumberField("caughtUpMillis", Quantity.roundedMillis(lag.get().caughtUpAfter()));
    json.writeEndObject();
  }

  private void locks(TracedStatement statement) throws IOException {
    json.writeArrayFieldStart("locks");
    for (TracedLock lock : statement.locks()) {
      json.writeStartObject();
      json.writeStringField("relation", lock.relation().toString());
      json.writeStringField(
          "kind", lock.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
      json.writeStringField("mode", lock.mode().words());
      json.writeNumberField("heldSinceMillis", Quantity.roundedMillis(lock.since()));
      json.writeNumberField("heldUntilMillis", Quantity.roundedMillis(lock.until()));
      modes("blocks", lock.blocks());
      if (lock.refused().isPresent()) {
        modes("refused", lock.refused().get());
      } else {
        json.writeNullField("refused");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void holding(Map<?, LockMode> holding) throws IOException {
    json.writeArrayFieldStart("meanwhileHeld");
    for (Map.Entry<?, LockMode> lock : holding.entrySet()) {
      json.writeStartObject();
      json.writeStringField("relation", String.valueOf(lock.getKey()));
      json.writeStringField("mode", lock.getValue().words());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void modes(String name, Set<LockMode> modes) throws IOException {
    Collection<String> words = modes.stream().sorted().map(LockMode::words).toList();
    JsonPlaces.strings(json, name, words);
  }

  private void alarms() throws IOException {
    json.writeArrayFieldStart("alarms");
    for (TraceAlarm alarm : trace.alarms()) {
      json.writeStartObject();
      json.writeStringField("kind", alarm.kind().words());
      json.writeStringField("path", alarm.path());
      json.writeNumberField("line", alarm.line());
      json.writeStringField("message", alarm.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void summary() throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("migrations", trace.migrations().size());
    json.writeNumberField("statements", trace.statements().size());
    json.writeNumberField("disagreements", trace.disagreements());
    json.writeNumberField("alarms", trace.alarms().size());
    json.writeBooleanField("failed", trace.failure().isPresent());
    json.writeEndObject();
  }

  private void nullable(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }
}
