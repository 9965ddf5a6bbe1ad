package dev.redshank.sandbox.replay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.report.JsonPlaces;
import dev.redshank.core.report.LintJson;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.Figure;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.WalSample;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Replays as JSON, a public contract: {@code replay.schema.json} describes it, and keys are only
 * added. Times are in ms since the act began.
 */
public final class ReplayJson {
  private final ReplayReport report;
  private final JsonGenerator json;

  private ReplayJson(ReplayReport report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  public static void write(ReplayReport report, Writer out) throws IOException {
    try (JsonGenerator json = LintJson.generator(out)) {
      new ReplayJson(report, json).document();
    }
  }

  private void document() throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonPlaces.SCHEMA_VERSION);
    json.writeStringField("postgres", report.postgres().toString());
    json.writeArrayFieldStart("replays");
    for (ReplayResult replay : report.replays()) {
      replay(replay);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void replay(ReplayResult replay) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", replay.id());
    json.writeStringField("mode", replay.mode().id());
    optional("rule", replay.rule().map(RuleId::value));
    json.writeStringField("title", replay.title());
    json.writeStringField("verdict", replay.verdict().id());
    json.writeStringField("reason", replay.reason());
    json.writeFieldName("danger");
    act(replay.danger());
    json.writeFieldName("remedy");
    act(replay.remedy());
    json.writeArrayFieldStart("also");
    for (ActResult act : replay.further()) {
      act(act);
    }
    json.writeEndArray();
    linter(report.findings(replay));
    json.writeEndObject();
  }

  private void linter(List<Finding> findings) throws IOException {
    json.writeArrayFieldStart("linter");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule().value());
      json.writeStringField("mode", finding.mode().id());
      json.writeStringField("severity", finding.severity().words());
      json.writeStringField("message", finding.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void act(ActResult act) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", act.title());
    json.writeNumberField("millis", rounded(act.millis()));
    JsonPlaces.strings(json, "given", act.given());
    json.writeArrayFieldStart("statements");
    for (StatementResult statement : act.statements()) {
      statement(statement);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("checks");
    for (Check check : act.checks()) {
      check(check);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("figures");
    for (Figure figure : act.figures()) {
      figure(figure);
    }
    json.writeEndArray();
    timeline(act.timeline());
    probes(act.probes());
    wal(act.wal());
    json.writeEndObject();
  }

  private void statement(StatementResult statement) throws IOException {
    json.writeStartObject();
    json.writeStringField("session", statement.session());
    json.writeStringField("sql", statement.sql());
    times(statement.fromMillis(), statement.toMillis());
    optional("sqlState", statement.sqlState());
    json.writeStringField("message", statement.message());
    locks("held", statement.held());
    json.writeFieldName("measured");
    if (statement.measured().isPresent()) {
      measured(statement.measured().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private void measured(Measured measured) throws IOException {
    json.writeStartObject();
    locks("locks", measured.locks());
    JsonPlaces.relations(json, "rewrites", measured.rewrites());
    JsonPlaces.relations(json, "rewrittenIndexes", measured.rewrittenIndexes());
    JsonPlaces.relations(json, "scans", measured.scans());
    JsonPlaces.relations(json, "builds", measured.builds());
    json.writeBooleanField("outsideTransaction", measured.mustRunOutsideTransaction());
    json.writeBooleanField("waitsForSnapshots", measured.waitsForSnapshots());
    json.writeStringField("wal", measured.wal().words());
    json.writeNumberField("walBytes", measured.walBytes());
    json.writeNumberField("rowsWritten", measured.rowsWritten());
    JsonPlaces.strings(json, "words", measured.words());
    json.writeEndObject();
  }

  private void locks(String name, SortedMap<RelationName, LockMode> locks) throws IOException {
    json.writeArrayFieldStart(name);
    for (var lock : locks.entrySet()) {
      json.writeStartObject();
      json.writeStringField("relation", lock.getKey().toString());
      json.writeStringField("mode", lock.getValue().words());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void check(Check check) throws IOException {
    json.writeStartObject();
    json.writeStringField("expectation", check.expectation());
    json.writeBooleanField("held", check.held());
    json.writeStringField("seen", check.seen());
    json.writeEndObject();
  }

  private void figure(Figure figure) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", figure.name());
    json.writeNumberField("value", rounded(figure.value()));
    json.writeStringField("unit", figure.unit());
    json.writeEndObject();
  }

  private void timeline(List<TimelineEvent> events) throws IOException {
    json.writeArrayFieldStart("timeline");
    for (TimelineEvent event : events) {
      json.writeStartObject();
      json.writeStringField("session", event.session());
      json.writeStringField("state", event.state().name().toLowerCase(Locale.ROOT));
      times(event.fromMillis(), event.toMillis());
      json.writeStringField("detail", event.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void probes(List<ProbeResult> probes) throws IOException {
    json.writeArrayFieldStart("probes");
    for (ProbeResult probe : probes) {
      json.writeStartObject();
      json.writeStringField("name", probe.name());
      json.writeStringField("sql", probe.sql());
      json.writeNumberField("requests", probe.samples().size());
      json.writeNumberField("failures", probe.failures());
      json.writeNumberField("worstMillis", rounded(probe.worstMillis()));
      json.writeArrayFieldStart("samples");
      for (var sample : probe.samples()) {
        json.writeStartObject();
        json.writeNumberField("at", rounded(sample.atMillis()));
        json.writeNumberField("latency", rounded(sample.latencyMillis()));
        optional("failure", sample.failure());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void wal(List<WalSample> samples) throws IOException {
    json.writeArrayFieldStart("wal");
    for (WalSample sample : samples) {
      json.writeStartObject();
      json.writeNumberField("at", rounded(sample.atMillis()));
      json.writeNumberField("walBytes", sample.walBytes());
      json.writeNumberField("lagBytes", sample.lagBytes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void times(double from, double to) throws IOException {
    json.writeNumberField("from", rounded(from));
    json.writeNumberField("to", rounded(to));
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /** Microseconds are noise. */
  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
