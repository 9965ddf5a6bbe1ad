package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.impact.Failure;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.lint.Explained;
import dev.redshank.core.lint.Explanation;
import java.io.IOException;
import java.io.Writer;

/** What statements do as JSON, a public contract: {@code explain.schema.json} describes it, and keys are only added. */
public final class ExplainJson {
  private final JsonGenerator json;

  private ExplainJson(JsonGenerator json) {
    this.json = json;
  }

  public static void write(Explanation explanation, Writer out) throws IOException {
    try (JsonGenerator json = LintJson.generator(out)) {
      new ExplainJson(json).document(explanation);
    }
  }

  private void document(Explanation explanation) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonPlaces.SCHEMA_VERSION);
    json.writeStringField("postgres", explanation.postgres().toString());
    json.writeArrayFieldStart("statements");
    for (Explained statement : explanation.statements()) {
      statement(statement);
    }
    json.writeEndArray();
    LintJson.notRead(json, explanation.notRead(), explanation.sources());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void statement(Explained statement) throws IOException {
    StatementImpact impact = statement.impact();
    json.writeStartObject();
    json.writeStringField("path", statement.source().path());
    JsonPlaces.span(json, statement.source(), statement.span());
    json.writeStringField("migration", statement.migration());
    json.writeStringField("kind", statement.kind());
    json.writeStringField("transaction", statement.transaction().open() ? "inside" : "outside");
    String sqlState = impact.failure().map(Failure::sqlState).orElse("");
    if (sqlState.isEmpty()) {
      json.writeNullField("fails");
    } else {
      json.writeStringField("fails", sqlState);
    }
    JsonPlaces.locks(json, impact.locks());
    JsonPlaces.relations(json, "rewrites", impact.rewrites());
    JsonPlaces.relations(json, "scans", impact.scans());
    JsonPlaces.relations(json, "builds", impact.builds());
    json.writeBooleanField("waitsForSnapshots", impact.waitsForSnapshots());
    json.writeStringField("wal", impact.wal().words());
    timeout("lockTimeout", statement.transaction().lockTimeout());
    timeout("statementTimeout", statement.transaction().statementTimeout());
    JsonPlaces.uncertain(json, impact.uncertain());
    json.writeBooleanField("insideBlock", statement.within().isPresent());
    json.writeEndObject();
  }

  private void timeout(String name, Timeout timeout) throws IOException {
    if (timeout.value().isPresent()) {
      json.writeStringField(name, timeout.value().get());
    } else {
      json.writeNullField(name);
    }
  }
}
