package dev.redshank.core.report;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.lint.LintResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Test results in JUnit's XML: each migration is a suite, each finding a test that failed. */
public final class LintJunit {
  private static final String NO_TIME = "0";

  private final Xml xml;

  private LintJunit(Xml xml) {
    this.xml = xml;
  }

  /** Writes a suite for each migration under review; one without findings has a test that passed. */
  public static void write(LintResult result, Writer out) throws IOException {
    Map<String, List<Entry>> files = new LinkedHashMap<>(EntriesByFile.of(result));
    if (files.isEmpty()) {
      // A report without a test looks like a run that broke.
      files.put("redshank", List.of());
    }
    new LintJunit(Xml.to(out)).document(files);
  }

  private void document(Map<String, List<Entry>> files) throws IOException {
    List<Entry> all = files.values().stream().flatMap(Collection::stream).toList();
    long clean = files.values().stream().filter(List::isEmpty).count();
    open("testsuites", "redshank", all, all.size() + clean);
    for (Map.Entry<String, List<Entry>> file : files.entrySet()) {
      suite(file.getKey(), file.getValue());
    }
    xml.close();
  }

  private void suite(String path, List<Entry> entries) throws IOException {
    open("testsuite", path, entries, Math.max(1, entries.size()));
    if (entries.isEmpty()) {
      xml.empty("testcase", "name", "no findings", "classname", path, "time", NO_TIME);
    }
    Distinct names = new Distinct();
    for (Entry entry : entries) {
      test(entry, names.of(entry.code() + " " + entry.line() + ":" + entry.column()));
    }
    xml.close();
  }

  private void open(String element, String name, List<Entry> entries, long tests)
      throws IOException {
    long skipped = count(entries, Entry.Kind.NOT_READ);
    long failures = count(entries, Entry.Kind.FINDING);
    xml.open(
        element,
        "name",
        name,
        "tests",
        String.valueOf(tests),
        "failures",
        String.valueOf(failures),
        "errors",
        String.valueOf(entries.size() - failures - skipped),
        "skipped",
        String.valueOf(skipped),
        "time",
        NO_TIME);
  }

  private static long count(List<Entry> entries, Entry.Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  private void test(Entry entry, String name) throws IOException {
    String line = String.valueOf(entry.line());
    xml.open(
        "testcase",
        "name",
        name,
        "classname",
        entry.path(),
        "file",
        entry.path(),
        "line",
        line,
        "time",
        NO_TIME);
    switch (entry.kind()) {
      case FINDING -> outcome("failure", entry);
      case NOT_READ -> xml.empty("skipped", "message", entry.message());
      case CRASH, PROBLEM -> outcome("error", entry);
    }
    xml.close();
  }

  private void outcome(String element, Entry entry) throws IOException {
    String type = entry.severity().words();
    xml.text(element, details(entry), "message", entry.message(), "type", type);
  }

  private static String details(Entry entry) {
    StringBuilder details = new StringBuilder(entry.asLine()).append('\n');
    if (entry.finding().isPresent()) {
      Finding finding = entry.finding().get().finding();
      details.append("mode: ").append(finding.mode().title()).append('\n');
      finding
          .locks()
          .forEach(lock -> details
              .append("lock: ")
              .append(lock.mode().words())
              .append(" on ")
              .append(Printable.oneLine(lock.relation().toString()))
              .append(": ")
              .append(LockWords.waits(lock.mode()))
              .append('\n'));
      if (!finding.recipe().isEmpty()) {
        details.append("instead:\n");
        finding
            .recipe()
            .forEach(sql -> details.append("  ").append(Printable.of(sql)).append('\n'));
      }
      details.append("more: redshank rules ").append(entry.code()).append('\n');
    }
    return details.toString();
  }
}
