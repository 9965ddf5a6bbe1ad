package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Fix;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.lint.Suppressed;
import dev.redshank.core.lint.TouchedTable;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.SourceText;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings as JSON, a public contract: {@code lint.schema.json} describes it, and keys are only added. */
public final class LintJson {
  private final LintResult result;
  private final Map<RuleId, RuleInfo> infos = new HashMap<>();
  private final String version;
  private final JsonGenerator json;

  private LintJson(LintResult result, RuleSet rules, String version, JsonGenerator json) {
    this.result = result;
    this.version = version;
    this.json = json;
    for (Rule rule : rules.rules()) {
      infos.put(rule.info().id(), rule.info());
    }
  }

  /**
   * @param version of Redshank
   */
  public static void write(LintResult result, RuleSet rules, String version, Writer out)
      throws IOException {
    try (JsonGenerator json = generator(out)) {
      new LintJson(result, rules, version, json).document();
    }
  }

  /** Writes JSON as all of Redshank does; it leaves the writer open. */
  public static JsonGenerator generator(Writer out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(new VisibleControls(out));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(Lines.INDENTER));
    return json;
  }

  private void document() throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonPlaces.SCHEMA_VERSION);
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "redshank");
    json.writeStringField("version", version);
    json.writeEndObject();
    json.writeStringField("postgres", result.postgres().toString());
    json.writeArrayFieldStart("findings");
    for (LocatedFinding found : result.findings()) {
      finding(found);
    }
    json.writeEndArray();
    notRead(json, result.notRead(), result.sources());
    json.writeArrayFieldStart("suppressed");
    for (Suppressed one : result.suppressed()) {
      suppressed(one);
    }
    json.writeEndArray();
    summary();
    verdict();
    broken();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void suppressed(Suppressed one) throws IOException {
    json.writeStartObject();
    keys(one.finding());
    json.writeStringField("by", one.by().words());
    if (one.reason().isPresent()) {
      json.writeStringField("reason", one.reason().get());
    } else {
      json.writeNullField("reason");
    }
    if (one.until().isPresent()) {
      json.writeStringField("until", one.until().get().toString());
    } else {
      json.writeNullField("until");
    }
    json.writeEndObject();
  }

  private void finding(LocatedFinding found) throws IOException {
    json.writeStartObject();
    keys(found);
    json.writeEndObject();
  }

  private void keys(LocatedFinding found) throws IOException {
    Finding finding = found.finding();
    RuleInfo info = infos.getOrDefault(
        finding.rule(), new RuleInfo(finding.rule(), finding.mode(), finding.severity(), ""));
    json.writeStringField("rule", finding.rule().value());
    json.writeStringField("mode", finding.mode().id());
    JsonPlaces.strings(
        json,
        "alsoModes",
        info.alsoModes().stream().sorted().map(FailureMode::id).toList());
    json.writeStringField("severity", finding.severity().words());
    json.writeStringField("path", found.source().path());
    JsonPlaces.span(json, found.source(), finding.span());
    json.writeStringField("kind", found.statementKind());
    json.writeStringField("message", finding.message());
    JsonPlaces.locks(json, finding.locks());
    JsonPlaces.uncertain(json, finding.uncertain());
    fix(found);
    JsonPlaces.strings(json, "recipe", finding.recipe());
    json.writeArrayFieldStart("related");
    for (RelatedPlace related : finding.related()) {
      related(related);
    }
    json.writeEndArray();
    JsonPlaces.strings(json, "squawk", info.squawk());
    json.writeStringField("fingerprint", found.fingerprint());
    json.writeStringField("help", "redshank rules " + finding.rule().value());
  }

  private void fix(LocatedFinding found) throws IOException {
    if (found.finding().fix().isEmpty()) {
      json.writeNullField("fix");
      return;
    }
    Fix fix = found.finding().fix().get();
    json.writeObjectFieldStart("fix");
    json.writeStringField("title", fix.title());
    json.writeBooleanField("safe", fix.safe());
    json.writeArrayFieldStart("edits");
    for (Edit edit : fix.edits()) {
      json.writeStartObject();
      JsonPlaces.span(json, found.source(), edit.span());
      json.writeStringField("text", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void related(RelatedPlace related) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", related.place().path());
    SourceText source = result.sources().get(related.place().path());
    if (source != null) {
      JsonPlaces.span(json, source, related.place().span());
    }
    json.writeStringField("message", related.message());
    json.writeEndObject();
  }

  static void notRead(JsonGenerator json, List<NotRead> parts, Map<String, SourceText> sources)
      throws IOException {
    json.writeArrayFieldStart("notRead");
    for (NotRead part : parts) {
      json.writeStartObject();
      json.writeStringField("path", part.path());
      SourceText source = sources.get(part.path());
      if (source != null) {
        JsonPlaces.span(json, source, part.span());
      }
      json.writeStringField("reason", part.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void summary() throws IOException {
    Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
    Map<FailureMode, Integer> modes = new EnumMap<>(FailureMode.class);
    for (LocatedFinding found : result.findings()) {
      severities.merge(found.finding().severity(), 1, Integer::sum);
      modes.merge(found.finding().mode(), 1, Integer::sum);
    }
    json.writeObjectFieldStart("summary");
    json.writeNumberField("files", result.files());
    json.writeNumberField("statements", result.statements());
    json.writeNumberField("reviewed", result.reviewed());
    json.writeNumberField("suppressed", result.suppressed().size());
    json.writeNumberField("inBaseline", result.known().size());
    json.writeObjectFieldStart("bySeverity");
    for (Severity severity : Severity.WORST_FIRST) {
      json.writeNumberField(severity.words(), severities.getOrDefault(severity, 0));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("byMode");
    for (FailureMode mode : FailureMode.values()) {
      if (mode.isSafety() || modes.containsKey(mode)) {
        json.writeNumberField(mode.id(), modes.getOrDefault(mode, 0));
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void verdict() throws IOException {
    json.writeObjectFieldStart("verdict");
    Lamps.of(result).write(json);
    json.writeArrayFieldStart("tables");
    for (TouchedTable table : result.verdict().tables()) {
      json.writeStartObject();
      json.writeStringField("relation", table.relation().toString());
      json.writeStringField("mode", table.mode().words());
      json.writeStringField("path", table.place().path());
      SourceText source = result.sources().get(table.place().path());
      if (source != null) {
        JsonPlaces.span(json, source, table.place().span());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What has to be mended, and rules that failed: there, silence means nothing. */
  private void broken() throws IOException {
    json.writeArrayFieldStart("problems");
    for (Problem problem : result.problems()) {
      json.writeStartObject();
      json.writeStringField("path", problem.path());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("crashes");
    for (RuleCrash crash : result.crashes()) {
      json.writeStartObject();
      json.writeStringField("rule", crash.rule().value());
      json.writeStringField("path", crash.path());
      json.writeNumberField("line", crash.line());
      json.writeStringField("error", crash.error().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Line breaks that are the same on every platform. */
  private static final class Lines {
    static final com.fasterxml.jackson.core.util.DefaultIndenter INDENTER =
        new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n");
  }
}
