package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;

/** Reviewdog's diagnostic format, whose columns count bytes: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf */
public final class LintRdjson {
  private final LintResult result;
  private final JsonGenerator json;

  private LintRdjson(LintResult result, JsonGenerator json) {
    this.result = result;
    this.json = json;
  }

  /** Writes every finding with its fix as a suggestion, and whatever could not be judged. */
  public static void write(LintResult result, Writer out) throws IOException {
    try (JsonGenerator json = LintJson.generator(out)) {
      new LintRdjson(result, json).document();
    }
  }

  private void document() throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("source");
    json.writeStringField("name", "redshank");
    json.writeEndObject();
    json.writeArrayFieldStart("diagnostics");
    for (Entry entry : Entry.of(result)) {
      diagnostic(entry);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void diagnostic(Entry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("message", entry.message());
    json.writeObjectFieldStart("location");
    json.writeStringField("path", entry.path());
    if (entry.place().isPresent()) {
      range(entry, entry.place().get());
    }
    json.writeEndObject();
    json.writeStringField("severity", severity(entry.severity()));
    json.writeObjectFieldStart("code");
    json.writeStringField("value", entry.code());
    json.writeEndObject();
    if (entry.finding().isPresent()) {
      suggestion(entry.finding().get());
      related(entry.finding().get().finding());
    }
    json.writeEndObject();
  }

  private void range(Entry entry, Entry.Area area) throws IOException {
    SourceText source =
        entry.finding().map(LocatedFinding::source).orElse(result.sources().get(entry.path()));
    json.writeObjectFieldStart("range");
    if (source == null || entry.kind() == Entry.Kind.CRASH) {
      // Only the line is known.
      json.writeObjectFieldStart("start");
      json.writeNumberField("line", area.start().line());
      json.writeEndObject();
    } else {
      position("start", source, area.start());
      position("end", source, area.end());
    }
    json.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "ERROR";
      case WARNING -> "WARNING";
      case NOTE -> "INFO";
    };
  }

  /** Several suggestions would be alternatives, so the edits of a fix become one, with what lies between them. */
  private void suggestion(LocatedFinding found) throws IOException {
    List<Edit> edits = found.finding().fix().stream()
        .flatMap(fix -> fix.edits().stream())
        .sorted(Comparator.comparingInt(edit -> edit.span().start()))
        .toList();
    if (edits.isEmpty()) {
      return;
    }
    SourceText source = found.source();
    Span whole = edits.get(0).span();
    StringBuilder text = new StringBuilder();
    for (Edit edit : edits) {
      int from = Math.min(whole.end(), edit.span().start());
      whole = whole.to(edit.span());
      text.append(source.slice(new Span(from, edit.span().start()))).append(edit.text());
    }
    json.writeArrayFieldStart("suggestions");
    json.writeStartObject();
    range(source, whole);
    json.writeStringField("text", text.toString());
    json.writeEndObject();
    json.writeEndArray();
  }

  private void related(Finding finding) throws IOException {
    if (finding.related().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("related_locations");
    for (RelatedPlace related : finding.related()) {
      json.writeStartObject();
      json.writeStringField("message", Printable.oneLine(related.message()));
      json.writeObjectFieldStart("location");
      json.writeStringField("path", related.place().path());
      SourceText source = result.sources().get(related.place().path());
      if (source != null) {
        range(source, related.place().span());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void range(SourceText source, Span span) throws IOException {
    json.writeObjectFieldStart("range");
    position("start", source, source.position(span.start()));
    position("end", source, source.position(span.end()));
    json.writeEndObject();
  }

  private void position(String name, SourceText source, Position position) throws IOException {
    int lineStart = source.line(position.line()).start();
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", position.line());
    json.writeNumberField("column", 1 + bytes(source.file(), lineStart, position.offset()));
    json.writeEndObject();
  }

  /** How many bytes the characters take in UTF-8; each half of a surrogate pair takes two of its four. */
  private static int bytes(String text, int start, int end) {
    int bytes = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
