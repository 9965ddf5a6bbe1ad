package dev.redshank.core.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a baseline: sorted, a line for each finding, so that its differences can be reviewed and merged. */
public final class BaselineFile {
  /** The version of the format. */
  static final int VERSION = 1;

  private BaselineFile() {}

  /** Writes findings as they are to be read again. */
  public static void write(List<KnownFinding> findings, Writer out) throws IOException {
    out.write("{\n  \"version\": " + VERSION + ",\n  \"findings\": [");
    String lead = "\n    ";
    for (KnownFinding finding : findings.stream().sorted().toList()) {
      out.write(lead);
      entry(finding, out);
      lead = ",\n    ";
    }
    out.write(findings.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    out.flush();
  }

  private static void entry(KnownFinding finding, Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.setPrettyPrinter(new Spaced());
      json.writeStartObject();
      json.writeStringField("rule", finding.rule().value());
      json.writeStringField("path", finding.path());
      boolean once = finding.statement().isEmpty();
      json.writeStringField(once ? "migration" : "statement", finding.content());
      json.writeStringField("sql", finding.sql());
      json.writeEndObject();
    }
  }

  /** One line with a space behind each colon and comma. */
  private static final class Spaced extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
      json.writeRaw(", ");
    }
  }
}
