package dev.redshank.core.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.lint.Suppressed;
import dev.redshank.core.migration.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run in SARIF says about itself, and what it leaves out where there is too much. */
final class SarifNotificationsTest {
  private static final String ADD = "ADD COLUMN x int";

  @Test
  void aCrashIsANotificationAndNoSuccess() {
    Sarif sarif = Sarif.of();
    sarif.crashes.add(new RuleCrash(
        Sarif.FROZEN, "db/V1__a.sql", 4, new IllegalStateException("what \u001b[31mnow")));
    JsonNode invocation = sarif.run().at("/invocations/0");
    JsonNode notification = invocation.at("/toolExecutionNotifications/0");
    assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
    assertThat(notification.get("level").asText()).isEqualTo("error");
    assertThat(notification.at("/associatedRule/id").asText()).isEqualTo("table-frozen");
    assertThat(notification.at("/exception/message").asText()).isEqualTo("what \\u001b[31mnow");
    assertThat(notification.at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(4);
  }

  @Test
  void whatIsNotReadIsANotificationWithItsPlace() {
    Sarif sarif = Sarif.of();
    sarif.notRead.add(new NotRead("db/V1__a.sql", sarif.at(ADD), "unknown words"));
    JsonNode run = sarif.run();
    JsonNode notification = run.at("/invocations/0/toolExecutionNotifications/0");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(notification.get("level").asText()).isEqualTo("warning");
    assertThat(notification.at("/message/text").asText()).isEqualTo("Not read: unknown words");
    assertThat(notification.at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(4);
    JsonNode descriptors = run.at("/tool/driver/notifications");
    assertThat(descriptors.get(notification.at("/descriptor/index").asInt()).get("id"))
        .isEqualTo(notification.at("/descriptor/id"));
  }

  @Test
  void unreadableInputIsNoSuccess() {
    Sarif sarif = Sarif.of();
    sarif.problems.add(new Problem("db/V2.sql", Optional.empty(), "is not UTF-8."));
    JsonNode invocation = sarif.run().at("/invocations/0");
    assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("db/V2.sql: is not UTF-8.");
  }

  @Test
  void ofTooManyFindingsTheWorstAreWrittenAndTheRestIsMentioned() {
    Sarif sarif = Sarif.of();
    Finding error = sarif.frozen(Severity.ERROR, ADD);
    sarif.findings.addAll(Collections.nCopies(2, sarif.located(error.withSeverity(Severity.NOTE))));
    sarif.findings.addAll(Collections.nCopies(Limits.RESULTS - 1, sarif.located(error)));
    JsonNode run = Sarif.parsed(sarif.text());
    List<String> levels = Sarif.texts(run.get("results"), "/level");
    assertThat(levels).hasSize(25_000).startsWith("note", "error");
    assertThat(Collections.frequency(levels, "error")).isEqualTo(24_999);
    assertThat(
            run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo(
            "The least severe are left out (1 result): GitHub takes no more than 25000 of a run.");
  }

  @Test
  void whatIsOpenIsWrittenRatherThanWhatIsSuppressed() {
    Sarif sarif = Sarif.of();
    sarif.suppressed.addAll(Collections.nCopies(5, sarif.suppressed(ADD, Suppressed.By.COMMENT)));
    sarif.findings.addAll(
        Collections.nCopies(Limits.RESULTS - 1, sarif.located(sarif.frozen(Severity.NOTE, ADD))));
    JsonNode results = Sarif.parsed(sarif.text()).get("results");
    assertThat(results).hasSize(25_000);
    assertThat(results.get(24_999).at("/suppressions/0/status").asText()).isEqualTo("accepted");
  }

  @Test
  void aResultHasNoMoreThanAThousandPlaces() {
    Sarif sarif = Sarif.of();
    List<RelatedPlace> many = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      many.add(sarif.related("BEGIN", "place " + i));
    }
    JsonNode run =
        sarif.finding(sarif.frozen(Severity.ERROR, ADD).withRelated(many)).run();
    assertThat(run.at("/results/0/relatedLocations")).hasSize(999);
    assertThat(
            run.at("/invocations/0/toolExecutionNotifications/0/descriptor/id").asText())
        .isEqualTo("results-cut");
  }

  @Test
  void descriptionsAreCutWhereGithubCutsThem() {
    assertThat(Limits.described("word ".repeat(300)))
        .hasSizeLessThanOrEqualTo(1_024)
        .endsWith(" word…");
    assertThat(Limits.described("x".repeat(1_024))).hasSize(1_024).doesNotContain("…");
    assertThat(Limits.described("x".repeat(1_025))).hasSize(1_024);
  }
}
