package dev.redshank.core.report;

import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** The XML of Checkstyle, which most build servers read. */
public final class LintCheckstyle {
  /** Readers tell formats apart by it; the format has not changed since. */
  private static final String FORMAT_VERSION = "4.3";

  private LintCheckstyle() {}

  /** Writes an element for each migration under review, also for those with nothing to say. */
  public static void write(LintResult result, Writer out) throws IOException {
    Xml xml = Xml.to(out);
    xml.open("checkstyle", "version", FORMAT_VERSION);
    for (Map.Entry<String, List<Entry>> file : EntriesByFile.of(result).entrySet()) {
      if (file.getValue().isEmpty()) {
        xml.empty("file", "name", file.getKey());
        continue;
      }
      xml.open("file", "name", file.getKey());
      for (Entry entry : file.getValue()) {
        error(xml, entry);
      }
      xml.close();
    }
    xml.close();
  }

  private static void error(Xml xml, Entry entry) throws IOException {
    xml.empty(
        "error",
        "line",
        String.valueOf(entry.line()),
        "column",
        String.valueOf(entry.column()),
        "severity",
        entry.severity() == Severity.NOTE ? "info" : entry.severity().words(),
        "message",
        entry.message(),
        "source",
        source(entry));
  }

  /** Written like a class, as readers take its last part for the rule and the one before for a category. */
  private static String source(Entry entry) {
    String category = entry.finding().map(found -> found.finding().mode().id()).orElse("unjudged");
    return "redshank." + category + "." + entry.code();
  }
}
