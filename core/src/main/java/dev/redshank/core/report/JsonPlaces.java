package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** The parts that every JSON output writes the same way. */
public final class JsonPlaces {
  /** Goes up when a key changes its meaning; keys are only ever added. */
  public static final int SCHEMA_VERSION = 1;

  private JsonPlaces() {}

  static void span(JsonGenerator json, SourceText source, Span span) throws IOException {
    position(json, "start", source.position(span.start()));
    position(json, "end", source.position(span.end()));
  }

  static void position(JsonGenerator json, String name, Position position) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", position.line());
    json.writeNumberField("column", position.column());
    json.writeNumberField("offset", position.offset());
    json.writeEndObject();
  }

  static void locks(JsonGenerator json, List<TableLock> locks) throws IOException {
    json.writeArrayFieldStart("locks");
    for (TableLock lock : locks) {
      json.writeStartObject();
      json.writeStringField("relation", lock.relation().toString());
      json.writeStringField("mode", lock.mode().words());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** An array of relations' names. */
  public static void relations(JsonGenerator json, String name, Collection<RelationName> relations)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (RelationName relation : relations) {
      json.writeString(relation.toString());
    }
    json.writeEndArray();
  }

  /** An array of strings. */
  public static void strings(JsonGenerator json, String name, Collection<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  static void uncertain(JsonGenerator json, List<Uncertainty> uncertain) throws IOException {
    json.writeArrayFieldStart("uncertain");
    for (Uncertainty fact : uncertain) {
      json.writeStartObject();
      json.writeStringField("fact", fact.fact());
      json.writeStringField("relation", fact.relation().toString());
      json.writeStringField("reason", fact.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
