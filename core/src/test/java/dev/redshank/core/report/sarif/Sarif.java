package dev.redshank.core.report.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.lint.Suppressed;
import dev.redshank.core.lint.Verdict;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.schema.Place;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A run made by hand, written as SARIF. */
final class Sarif {
  static final RuleId FROZEN = new RuleId("table-frozen");
  static final RuleId DEADLOCK = new RuleId("lock-order");
  static final String SQL = "-- first\nBEGIN;\nALTER TABLE orders\n  ADD COLUMN x int;\nCOMMIT;\n";
  private static final String PAGE =
      "# %s\n\nA title.\n\n## What happens\n\nEverybody waits [here](https://a.b).\n\n## Why\n\nSo.\n";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA = schema();

  final SourceText source;
  final List<LocatedFinding> findings = new ArrayList<>();
  final List<NotRead> notRead = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  final List<RuleCrash> crashes = new ArrayList<>();
  final List<Suppressed> suppressed = new ArrayList<>();
  Optional<List<LocatedFinding>> unchanged = Optional.empty();
  private final Map<String, SourceText> sources = new HashMap<>();

  private Sarif(SourceText source) {
    this.source = source;
    with(source);
  }

  static Sarif of(String path, String sql) {
    return new Sarif(SourceText.of(path, sql));
  }

  static Sarif of() {
    return of("db/V1__a.sql", SQL);
  }

  Sarif with(SourceText other) {
    sources.put(other.path(), other);
    return this;
  }

  Sarif finding(Finding finding) {
    findings.add(located(finding));
    return this;
  }

  LocatedFinding located(Finding finding) {
    return new LocatedFinding(finding, source, "ALTER TABLE", "0123456789abcdef");
  }

  /** Where a text stands first. */
  Span at(String text) {
    int start = source.file().indexOf(text);
    return new Span(start, start + text.length());
  }

  Finding frozen(Severity severity, String text) {
    return Finding.of(
        FROZEN, FailureMode.LOCK_QUEUE_FREEZE, severity, at(text), "Everybody waits for orders.");
  }

  Finding deadlock(String text) {
    return Finding.of(
        DEADLOCK, FailureMode.MIGRATION_DEADLOCK, Severity.ERROR, at(text), "This deadlocks.");
  }

  private LintResult result() {
    return new LintResult(
        PgVersion.DEFAULT,
        findings,
        notRead,
        problems,
        crashes,
        1,
        3,
        sources,
        suppressed,
        List.of(),
        unchanged,
        List.copyOf(sources.keySet()),
        new Verdict(List.of(), false, Set.of()));
  }

  private static RuleSet rules() {
    RuleInfo frozen = new RuleInfo(
            FROZEN, FailureMode.LOCK_QUEUE_FREEZE, Severity.ERROR, "Table is frozen")
        .alsoIn(FailureMode.HIDDEN_REWRITE)
        .covers("ban-freezing");
    RuleInfo deadlock = new RuleInfo(
        DEADLOCK, FailureMode.MIGRATION_DEADLOCK, Severity.ERROR, "Locks in two orders");
    return RuleSet.of(List.<Rule>of(() -> frozen, () -> deadlock));
  }

  String text() {
    StringWriter out = new StringWriter();
    try {
      LintSarif.write(result(), rules(), "0.1.0", rule -> PAGE.formatted(rule), out);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString();
  }

  String openText() {
    StringWriter out = new StringWriter();
    try {
      LintSarif.writeOpen(result(), rules(), "0.1.0", rule -> PAGE.formatted(rule), out);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString();
  }

  /** The only run; the document keeps the schema. */
  JsonNode run() {
    return run(text());
  }

  static JsonNode run(String text) {
    List<Error> errors = errors(text);
    if (!errors.isEmpty()) {
      throw new AssertionError("not SARIF: " + errors);
    }
    return parsed(text);
  }

  /** The same of a document that takes long to check. */
  static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text).get("runs").get(0);
    } catch (IOException broken) {
      throw new AssertionError(text, broken);
    }
  }

  /** What the official schema, which the SDK brings along, has against it. */
  static List<Error> errors(String text) {
    return SCHEMA.validate(
        text,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static Schema schema() {
    try (InputStream in = Sarif.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** A result of the only run. */
  JsonNode result(int index) {
    return run().get("results").get(index);
  }

  /** A text of each node. */
  static List<String> texts(JsonNode nodes, String name) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.at(name).asText())
        .toList();
  }

  RelatedPlace related(String at, String message) {
    return new RelatedPlace(new Place(source.path(), at(at)), message);
  }

  /** A finding about a part of the file that somebody accepted. */
  Suppressed suppressed(String at, Suppressed.By by) {
    return new Suppressed(
        located(frozen(Severity.ERROR, at)),
        by,
        Optional.of("Nobody is\nawake then."),
        Optional.of(LocalDate.of(2026, 12, 31)));
  }
}
