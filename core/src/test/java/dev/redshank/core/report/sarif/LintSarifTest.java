package dev.redshank.core.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Fix;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.Suppressed;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Findings as SARIF; every document that these tests make keeps the official schema. */
final class LintSarifTest {
  private static final String ADD = "ADD COLUMN x int";

  @Test
  void aRunWithoutFindingsHasAnEmptyList() {
    JsonNode run = Sarif.of().run();
    assertThat(run.get("results").isArray()).isTrue();
    assertThat(run.get("results")).isEmpty();
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(run.at("/automationDetails/id").asText()).isEqualTo("redshank/");
  }

  @Test
  void theSchemaRefusesWhatIsNoSarif() {
    String broken = Sarif.of().text().replace("\"2.1.0\"", "\"9\"");
    assertThat(Sarif.errors(broken)).isNotEmpty();
  }

  @Test
  void aWarningOfARuleOfErrorsStaysAWarning() {
    Sarif sarif = Sarif.of();
    for (Severity severity : Severity.values()) {
      sarif.finding(sarif.frozen(severity, ADD));
    }
    assertThat(Sarif.texts(sarif.run().get("results"), "/level"))
        .containsExactly("note", "warning", "error");
    assertThat(Sarif.texts(sarif.run().get("results"), "/kind"))
        .containsExactly("fail", "fail", "fail");
  }

  @Test
  void aRuleBringsItsPageAndWhereItBelongs() {
    JsonNode rules = Sarif.of().run().at("/tool/driver/rules");
    JsonNode rule = rules.get(Sarif.texts(rules, "/id").indexOf("table-frozen"));
    assertThat(rule.get("name").asText()).isEqualTo("TableFrozen");
    assertThat(rule.at("/shortDescription/text").asText()).isEqualTo("Table is frozen.");
    assertThat(rule.at("/fullDescription/text").asText()).isEqualTo("Everybody waits here.");
    assertThat(rule.at("/help/text").asText()).startsWith("# table-frozen\n");
    assertThat(rule.at("/help/markdown").asText()).contains("[here](https://a.b)");
    assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("error");
    assertThat(Sarif.texts(rule.at("/properties/tags"), ""))
        .containsExactly(
            "postgresql",
            "migration",
            "lock-queue-freeze",
            "hidden-rewrite",
            "squawk/ban-freezing");
    assertThat(rule.at("/properties/precision").asText()).isEqualTo("high");
    assertThat(rule.at("/properties/problem.severity").asText()).isEqualTo("error");
    assertThat(rule.at("/properties").has("security-severity")).isFalse();
  }

  @Test
  void resultsPointAtTheirRules() {
    Sarif sarif = Sarif.of();
    sarif.finding(sarif.frozen(Severity.ERROR, ADD)).finding(sarif.deadlock(ADD));
    sarif.finding(ProjectRules.SUPPRESSION_UNUSED.finding(new Span(0, 8), "Unused."));
    JsonNode run = sarif.run();
    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void failureModesAreATaxonomyThatRulesPointInto() {
    JsonNode run = Sarif.of().run();
    JsonNode taxonomy = run.at("/taxonomies/0");
    assertThat(Sarif.texts(taxonomy.get("taxa"), "/id"))
        .hasSize(10)
        .startsWith("lock-queue-freeze")
        .endsWith("project");
    assertThat(run.at("/tool/driver/supportedTaxonomies/0/name")).isEqualTo(taxonomy.get("name"));
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      for (JsonNode relationship : rule.get("relationships")) {
        JsonNode taxon =
            taxonomy.get("taxa").get(relationship.at("/target/index").asInt());
        assertThat(taxon.get("id")).isEqualTo(relationship.at("/target/id"));
      }
    }
    JsonNode frozen = run.at("/tool/driver/rules")
        .get(Sarif.texts(run.at("/tool/driver/rules"), "/id").indexOf("table-frozen"));
    assertThat(Sarif.texts(frozen.get("relationships"), "/target/id"))
        .containsExactly("lock-queue-freeze", "hidden-rewrite");
    assertThat(frozen.at("/relationships/0/kinds/0").asText()).isEqualTo("superset");
    // SARIF's own default: relevant.
    assertThat(frozen.at("/relationships/1").has("kinds")).isFalse();
  }

  @Test
  void aPlaceHasItsTextAndTheLinesAround() {
    Sarif sarif = Sarif.of();
    JsonNode place = sarif
        .finding(sarif.frozen(Severity.ERROR, ADD))
        .result(0)
        .at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("db/V1__a.sql");
    assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    assertThat(place.get("region").toString())
        .isEqualTo("{\"startLine\":4,\"startColumn\":3,\"endLine\":4,\"endColumn\":19,"
            + "\"snippet\":{\"text\":\"ADD COLUMN x int\"}}");
    assertThat(place.at("/contextRegion/startLine").asInt()).isEqualTo(2);
    assertThat(place.at("/contextRegion/endLine").asInt()).isEqualTo(6);
    assertThat(place.at("/contextRegion/snippet/text").asText())
        .isEqualTo("BEGIN;\nALTER TABLE orders\n  ADD COLUMN x int;\nCOMMIT;\n");
  }

  @Test
  void columnsAreInUtf16UnitsAndTheRunSaysSo() {
    Sarif sarif = Sarif.of("a.sql", "/* 😀 */ DROP TABLE x;");
    JsonNode region = sarif
        .finding(sarif.frozen(Severity.ERROR, "DROP"))
        .result(0)
        .at("/locations/0/physicalLocation/region");
    assertThat(sarif.run().get("columnKind").asText()).isEqualTo("utf16CodeUnits");
    assertThat(region.get("startColumn").asInt()).isEqualTo(10);
    assertThat(region.get("endColumn").asInt()).isEqualTo(14);
  }

  @Test
  void whatIsTooLongIsNoSnippet() {
    Sarif sarif = Sarif.of("a.sql", "INSERT INTO a VALUES (" + "1, ".repeat(1_000) + "1);");
    JsonNode place = sarif
        .finding(sarif.frozen(Severity.ERROR, sarif.source.file()))
        .result(0)
        .at("/locations/0/physicalLocation");
    assertThat(place.at("/region/endColumn").asInt()).isEqualTo(3_026);
    assertThat(place.at("/region").has("snippet")).isFalse();
    assertThat(place.has("contextRegion")).isFalse();
  }

  @Test
  void aFindingAboutAFileThatIsGoneStandsOnItsFirstLine() {
    Sarif sarif = Sarif.of("gone.sql", "");
    JsonNode result = sarif
        .finding(ProjectRules.APPLIED_MIGRATION_DELETED.finding(new Span(0, 0), "It is gone."))
        .result(0);
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(1);
  }

  @Test
  void lockedTablesAreLogicalLocations() {
    Sarif sarif = Sarif.of();
    TableLock lock = new TableLock(new RelationName("shop", "orders"), LockMode.ACCESS_EXCLUSIVE);
    JsonNode result = sarif
        .finding(sarif.frozen(Severity.ERROR, ADD).withLocks(List.of(lock)))
        .result(0);
    assertThat(result.at("/locations/0/logicalLocations").toString())
        .isEqualTo(
            "[{\"name\":\"orders\",\"fullyQualifiedName\":\"shop.orders\",\"kind\":\"table\"}]");
    assertThat(Sarif.texts(result.at("/properties/locks"), ""))
        .containsExactly("ACCESS EXCLUSIVE on shop.orders");
  }

  @Test
  void theMessageLeadsToRelatedPlaces() {
    Sarif sarif = Sarif.of();
    JsonNode result = sarif
        .finding(sarif
            .frozen(Severity.ERROR, ADD)
            .withRelated(List.of(sarif.related("BEGIN", "it [all] begins here"))))
        .result(0);
    assertThat(result.at("/message/text").asText())
        .isEqualTo("Everybody waits for orders.\n[it \\[all\\] begins here](1)");
    assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
    assertThat(result.at("/relatedLocations/0/message/text").asText())
        .isEqualTo("it [all] begins here");
    assertThat(
            result.at("/relatedLocations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(2);
    assertThat(result.has("codeFlows")).isFalse();
  }

  @Test
  void aRelatedPlaceInAnUnknownTextIsItsFile() {
    Sarif sarif = Sarif.of();
    RelatedPlace elsewhere =
        new RelatedPlace(new Place("db/V0.sql", new Span(40, 50)), "first here");
    JsonNode place = sarif
        .finding(sarif.frozen(Severity.ERROR, ADD).withRelated(List.of(elsewhere)))
        .result(0)
        .at("/relatedLocations/0/physicalLocation");
    assertThat(place.toString())
        .isEqualTo("{\"artifactLocation\":{\"uri\":\"db/V0.sql\",\"uriBaseId\":\"%SRCROOT%\"}}");
  }

  @Test
  void aDeadlockIsAFlowOfTwoTransactions() {
    Sarif sarif = Sarif.of();
    JsonNode flow = sarif
        .finding(sarif
            .deadlock(ADD)
            .withRelated(List.of(
                sarif.related("ALTER", "orders is locked here"),
                sarif.related("BEGIN", "another locks items first"),
                sarif.related("COMMIT", "and then orders"))))
        .result(0)
        .at("/codeFlows/0");
    assertThat(Sarif.texts(flow.get("threadFlows"), "/id"))
        .containsExactly("this transaction", "another transaction");
    assertThat(Sarif.texts(flow.at("/threadFlows/0/locations"), "/location/message/text"))
        .containsExactly("orders is locked here", "here it waits for the next lock");
    assertThat(Sarif.texts(flow.at("/threadFlows/0/locations"), "/executionOrder"))
        .containsExactly("1", "3");
    assertThat(Sarif.texts(flow.at("/threadFlows/1/locations"), "/location/message/text"))
        .containsExactly("another locks items first", "and then orders");
    assertThat(Sarif.texts(flow.at("/threadFlows/1/locations"), "/executionOrder"))
        .containsExactly("2", "4");
  }

  @Test
  void aFixReplacesAndInserts() {
    Sarif sarif = Sarif.of();
    Span semicolon = new Span(sarif.at(ADD).end(), sarif.at(ADD).end());
    Fix fix = new Fix(
        "Make it longer",
        true,
        List.of(new Edit(sarif.at("int"), "bigint"), new Edit(semicolon, " NULL")));
    JsonNode written =
        sarif.finding(sarif.frozen(Severity.ERROR, ADD).withFix(fix)).result(0).at("/fixes/0");
    assertThat(written.at("/description/text").asText()).isEqualTo("Make it longer");
    JsonNode replacements = written.at("/artifactChanges/0/replacements");
    assertThat(replacements.get(0).toString())
        .isEqualTo("{\"deletedRegion\":{\"startLine\":4,\"startColumn\":16,\"endLine\":4,"
            + "\"endColumn\":19},\"insertedContent\":{\"text\":\"bigint\"}}");
    assertThat(replacements.get(1).at("/deletedRegion/startColumn").asInt()).isEqualTo(19);
    assertThat(replacements.get(1).at("/deletedRegion/endColumn").asInt()).isEqualTo(19);
  }

  @Test
  void theRecipeIsPartOfTheMessage() {
    Sarif sarif = Sarif.of();
    JsonNode result = sarif
        .finding(sarif
            .frozen(Severity.ERROR, ADD)
            .withRecipe(List.of("-- first", "ALTER TABLE orders\r\n  ADD x int[];")))
        .result(0);
    assertThat(result.at("/message/text").asText())
        .isEqualTo("Everybody waits for orders.\n\nInstead:\n-- first\n"
            + "ALTER TABLE orders\n  ADD x int[];");
  }

  @Test
  void suppressedFindingsSayByWhomAndWhy() {
    Sarif sarif = Sarif.of();
    sarif.finding(sarif.frozen(Severity.ERROR, ADD));
    sarif.suppressed.add(sarif.suppressed(ADD, Suppressed.By.COMMENT));
    sarif.suppressed.add(sarif.suppressed(ADD, Suppressed.By.CONFIGURATION));
    JsonNode results = sarif.run().get("results");
    assertThat(results.get(0).get("suppressions")).isEmpty();
    assertThat(results.get(1).get("suppressions").toString())
        .isEqualTo("[{\"kind\":\"inSource\",\"status\":\"accepted\",\"justification\":"
            + "\"Nobody is awake then.\",\"properties\":{\"by\":\"comment\","
            + "\"until\":\"2026-12-31\"}}]");
    assertThat(results.get(2).at("/suppressions/0/kind").asText()).isEqualTo("external");
  }

  @Test
  void withoutSuppressionsNoneAreMentioned() {
    Sarif sarif = Sarif.of();
    assertThat(sarif.finding(sarif.frozen(Severity.ERROR, ADD)).result(0).has("suppressions"))
        .isFalse();
  }

  @Test
  void findingsOfTheBaselineAreUnchangedAndOthersNew() {
    Sarif sarif = Sarif.of();
    sarif.finding(sarif.frozen(Severity.ERROR, ADD));
    assertThat(sarif.result(0).has("baselineState")).isFalse();
    sarif.unchanged = Optional.of(List.of(sarif.located(sarif.deadlock(ADD))));
    assertThat(Sarif.texts(sarif.run().get("results"), "/baselineState"))
        .containsExactly("new", "unchanged");
  }

  @Test
  void onlyOpenFindingsAreWrittenForGithub() {
    Sarif sarif = Sarif.of();
    sarif.finding(sarif.frozen(Severity.ERROR, ADD));
    sarif.suppressed.add(sarif.suppressed(ADD, Suppressed.By.COMMENT));
    sarif.unchanged = Optional.of(List.of(sarif.located(sarif.deadlock(ADD))));
    assertThat(sarif.run().get("results")).hasSize(3);
    assertThat(Sarif.texts(Sarif.run(sarif.openText()).get("results"), "/ruleId"))
        .containsExactly("table-frozen");
  }

  @Test
  void fingerprintsAreGithubsAndOurOwn() {
    Sarif sarif = Sarif.of("a.sql", "BEGIN;\n a\nb\n  \t\tc\n d");
    JsonNode prints =
        sarif.finding(sarif.frozen(Severity.ERROR, "a")).result(0).get("partialFingerprints");
    assertThat(prints.get("primaryLocationLineHash").asText()).isEqualTo("271789c17abda88f:1");
    assertThat(prints.get("statement/v1").asText()).isEqualTo("0123456789abcdef");
  }

  @Test
  void hostileTextStaysText() {
    String path = "my db/ü \"quote\" ]]>\n<b>.sql";
    Sarif sarif = Sarif.of(path, "DROP TABLE \"a\u001b[31m\u202e\u0000\";\n");
    String message = "[click](javascript:1) \u001b[31m\u202e \"{0}\" \\ \u0085\nline";
    sarif.finding(Finding.of(
        Sarif.FROZEN,
        FailureMode.LOCK_QUEUE_FREEZE,
        Severity.ERROR,
        sarif.at("DROP TABLE"),
        message));
    String text = sarif.text();
    JsonNode result = Sarif.run(text).at("/results/0");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("my%20db/%C3%BC%20%22quote%22%20%5D%5D%3E%0A%3Cb%3E.sql");
    assertThat(result.at("/message/text").asText())
        .isEqualTo(
            "\\[click\\](javascript:1) \\\\u001b\\[31m\\\\u202e \"{0}\" \\\\ \\\\u0085 line");
    assertThat(text).doesNotContain("\u001b").doesNotContain("\u0000");
  }

  @Test
  void sameRunGivesTheSameBytes() {
    assertThat(everything().text()).isEqualTo(everything().text());
    assertThat(Sarif.errors(everything().text())).isEmpty();
  }

  private static Sarif everything() {
    Sarif sarif = Sarif.of().with(SourceText.of("db/V0.sql", "SELECT 1;"));
    sarif.finding(sarif
        .deadlock(ADD)
        .withRelated(List.of(
            sarif.related("BEGIN", "a"),
            new RelatedPlace(new Place("db/V0.sql", new Span(0, 8)), "b")))
        .withFix(new Fix("Fix", false, List.of(new Edit(sarif.at("int"), "bigint")))));
    sarif.suppressed.add(sarif.suppressed(ADD, Suppressed.By.FILE_COMMENT));
    sarif.unchanged = Optional.of(List.of(sarif.located(sarif.frozen(Severity.NOTE, ADD))));
    sarif.notRead.add(new NotRead("db/V0.sql", new Span(0, 3), "reason"));
    return sarif;
  }
}
