package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.report.LintJson;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleSet;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), within the limits that GitHub sets
 * for a run.
 */
public final class LintSarif {
  private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

  private final LintResult result;
  private final String version;
  private final Places places;
  private final ModeTaxonomy taxonomy;
  private final RuleDescriptors rules;

  private LintSarif(
      LintResult result, RuleSet rules, String version, Function<RuleId, String> pages) {
    this.result = result;
    this.version = version;
    this.places = new Places(result.sources());
    List<RuleInfo> infos = Stream.concat(
            rules.rules().stream().map(Rule::info), ProjectRules.all().stream())
        .sorted(Comparator.comparing(RuleInfo::id))
        .toList();
    this.taxonomy = new ModeTaxonomy(infos, version);
    this.rules = new RuleDescriptors(infos, pages, taxonomy);
  }

  /**
   * Writes everything that a run found, what is suppressed or in the baseline too, each marked as such.
   *
   * @param version of Redshank
   * @param pages the page of a rule, in Markdown
   */
  public static void write(
      LintResult result, RuleSet rules, String version, Function<RuleId, String> pages, Writer out)
      throws IOException {
    new LintSarif(result, rules, version, pages).write(true, out);
  }

  /**
   * Writes only what is neither suppressed nor in the baseline: GitHub makes an open alert of every result, however it is
   * marked (https://github.com/github/codeql-action/issues/1230).
   *
   * @param version of Redshank
   * @param pages the page of a rule, in Markdown
   */
  public static void writeOpen(
      LintResult result, RuleSet rules, String version, Function<RuleId, String> pages, Writer out)
      throws IOException {
    new LintSarif(result, rules, version, pages).write(false, out);
  }

  private void write(boolean accepted, Writer out) throws IOException {
    ObjectMapper mapper = Levels.always(new ObjectMapper());
    mapper.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    mapper.disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    SarifSchema210 document = new SarifSchema210()
        .with$schema(SCHEMA)
        .withVersion(SarifSchema210.Version._2_1_0)
        .withRuns(List.of(run(accepted)));
    try (JsonGenerator json = LintJson.generator(out)) {
      mapper.writeValue(json, document);
      json.writeRaw('\n');
    }
  }

  private Run run(boolean accepted) {
    Results results = new Results(result, new FindingResult(rules, places), accepted);
    List<Result> all = results.all();
    Notifications notifications = new Notifications(result, rules, places);
    return new Run()
        .withTool(new Tool().withDriver(driver()))
        .withInvocations(List.of(notifications.invocation(results.cut(), results.cutPlaces())))
        .withAutomationDetails(new RunAutomationDetails().withId("redshank/"))
        .withOriginalUriBaseIds(root())
        .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
        .withNewlineSequences(new LinkedHashSet<>(List.of("\r\n", "\n", "\r")))
        .withDefaultEncoding("UTF-8")
        .withDefaultSourceLanguage("sql")
        .withTaxonomies(Set.of(taxonomy.component()))
        .withResults(all)
        .withProperties(new PropertyBag()
            .withAdditionalProperty("postgres", result.postgres().toString()));
  }

  private ToolComponent driver() {
    ToolComponent driver = new ToolComponent()
        .withName("Redshank")
        .withOrganization("Redshank")
        .withVersion(version)
        .withShortDescription(ModeTaxonomy.text("Migration-safety linter for PostgreSQL."))
        .withRules(rules.all())
        .withNotifications(Notifications.descriptors())
        .withSupportedTaxonomies(Set.of(ModeTaxonomy.reference()));
    // A build that nobody released has a word instead.
    return Character.isDigit(version.charAt(0)) ? driver.withSemanticVersion(version) : driver;
  }

  /** Where the root lies is not said: it is somewhere else for each reader. */
  private static OriginalUriBaseIds root() {
    return new OriginalUriBaseIds()
        .withAdditionalProperty(
            FileUri.ROOT,
            new ArtifactLocation()
                .withDescription(new Message().withText("The root of the project.")));
  }
}
