package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.lint.LintResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A code quality report of GitLab, which is one of Code Climate with less asked of it: https://docs.gitlab.com/ci/testing/code_quality/ */
public final class LintGitlab {
  private LintGitlab() {}

  /** Writes every finding and whatever could not be judged, as an array. */
  public static void write(LintResult result, Writer out) throws IOException {
    try (JsonGenerator json = LintJson.generator(out)) {
      Distinct fingerprints = new Distinct();
      json.writeStartArray();
      for (Entry entry : Entry.of(result)) {
        json.writeStartObject();
        json.writeStringField("type", "issue");
        JsonPlaces.strings(json, "categories", List.of(category(entry)));
        json.writeStringField("description", entry.message());
        json.writeStringField("check_name", entry.code());
        json.writeStringField("fingerprint", fingerprints.of(entry.fingerprint()));
        json.writeStringField("severity", severity(entry));
        location(json, entry);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private static String category(Entry entry) {
    boolean design = entry
        .finding()
        .filter(found -> found.finding().mode() == FailureMode.SCHEMA_DESIGN)
        .isPresent();
    return design ? "Style" : "Bug Risk";
  }

  private static void location(JsonGenerator json, Entry entry) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", entry.path());
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", entry.line());
    json.writeNumberField("end", entry.place().map(Entry.Area::lastLine).orElse(entry.line()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String severity(Entry entry) {
    if (entry.kind() == Entry.Kind.CRASH || entry.kind() == Entry.Kind.PROBLEM) {
      return "critical";
    }
    return switch (entry.severity()) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
