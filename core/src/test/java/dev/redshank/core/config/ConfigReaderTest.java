package dev.redshank.core.config;

import static dev.redshank.core.config.Configs.problems;
import static dev.redshank.core.config.Configs.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration says, and what is said about a broken one. */
final class ConfigReaderTest {
  private static final RuleId LOCKED = Configs.LOCKED.id();

  @Test
  void readsEverySetting() {
    LintConfig config = read("""
            postgres: 16
            preset: strict
            paths: [db/migration]
            exclude: [db/seed]
            history: ["db/old/**"]
            down: [db/rollback]
            schema: db/structure.sql
            baseline: known.json
            transaction: file
            timeouts:
              lock: 2s
              statement: 30s
            squawk-comments: true
            fail-on: warning
            max-warnings: 3
            """).config();
    assertThat(config.postgres()).contains(new PgVersion(16));
    assertThat(config.preset()).isEqualTo(Preset.STRICT);
    assertThat(config.migrations().paths()).containsExactly("db/migration");
    assertThat(config.migrations().excluded().matches("db/seed/a.sql")).isTrue();
    assertThat(config.migrations().history().matches("db/old/v1/a.sql")).isTrue();
    assertThat(config.migrations().down().matches("db/rollback/a.sql")).isTrue();
    assertThat(config.migrations().schema()).contains("db/structure.sql");
    assertThat(config.baseline()).contains("known.json");
    assertThat(config.surroundings().transactions()).contains(TransactionMode.WRAPPED);
    assertThat(config.surroundings().lockTimeout()).contains(Timeout.read("2s"));
    assertThat(config.surroundings().statementTimeout()).contains(Timeout.read("30s"));
    assertThat(config.squawkComments()).isTrue();
    assertThat(config.failing().threshold()).contains("warning");
    assertThat(config.failing().mostBelow()).contains(3);
  }

  @Test
  void readsLevelsAndOptionsOfRules() {
    LintConfig config = read("""
            rules:
              table-dropped: off
              tables-locked:
                level: note
                most: 3
                small-tables: [countries]
            """).config();
    assertThat(config.rules().level(Configs.DROPPED.id())).contains(Level.OFF);
    assertThat(config.rules().level(LOCKED)).contains(Level.NOTE);
    assertThat(config.rules().options().get(LOCKED, Configs.MOST)).isEqualTo(3);
  }

  @Test
  void keepsTheStandardOfAnOptionThatNobodyChose() {
    assertThat(read("").config().rules().options().get(LOCKED, Configs.MOST)).isEqualTo(1);
  }

  @Test
  void letsTheLastOverrideThatMatchesWin() {
    LintConfig config = read("""
            timeouts: {lock: 1s}
            rules: {table-dropped: error}
            overrides:
              - paths: [db/tenant]
                timeouts: {lock: 5s}
                rules: {table-dropped: note}
              - paths: ["**/V2__*.sql"]
                transaction: none
                rules: {table-dropped: off}
            """).config();
    RuleId rule = Configs.DROPPED.id();
    assertThat(config.rulesFor("db/V1__a.sql").level(rule)).contains(Level.ERROR);
    assertThat(config.rulesFor("db/tenant/V1__a.sql").level(rule)).contains(Level.NOTE);
    assertThat(config.rulesFor("db/tenant/V2__a.sql").level(rule)).contains(Level.OFF);
    assertThat(config.rulesFor("V2__a.sql").level(rule)).contains(Level.OFF);
    Surroundings around = config.surroundingsOf("db/tenant/V2__a.sql");
    assertThat(around.lockTimeout()).contains(Timeout.read("5s"));
    assertThat(around.transactions()).contains(TransactionMode.AUTOCOMMIT);
  }

  @Test
  void readsWhatIsAllowed() {
    Allowance allowed = read("""
            allow:
              - rule: table-dropped
                path: db/V3__a.sql
                object: old_orders
                reason: empty since May
                until: 2027-01-31
            """).config().allowances().get(0);
    assertThat(allowed.rule()).isEqualTo(Configs.DROPPED.id());
    assertThat(allowed.path().matches("db/V3__a.sql")).isTrue();
    assertThat(allowed.object()).contains("old_orders");
    assertThat(allowed.reason()).isEqualTo("empty since May");
    assertThat(allowed.until()).contains(LocalDate.of(2027, 1, 31));
  }

  @Test
  void raisesWarningsUnderTheStrictPreset() {
    LintConfig strict = read("preset: strict").config();
    assertThat(severity(strict, FailureMode.HIDDEN_REWRITE)).contains(Severity.ERROR);
    assertThat(severity(strict, FailureMode.PROJECT)).contains(Severity.WARNING);
  }

  @Test
  void asksDesignRulesOnlyUnderThePresetAll() {
    assertThat(severity(read("").config(), FailureMode.SCHEMA_DESIGN)).isEmpty();
    assertThat(severity(read("preset: all").config(), FailureMode.SCHEMA_DESIGN))
        .contains(Severity.WARNING);
  }

  private static Optional<Severity> severity(LintConfig config, FailureMode mode) {
    return config.severity(LOCKED, mode, Severity.WARNING, config.rules());
  }

  @Test
  void takesAnEmptyFileForNoSettings() {
    assertThat(read("").problems()).isEmpty();
    assertThat(read("# nothing\n").problems()).isEmpty();
    assertThat(read("rules:\n").problems()).isEmpty();
  }

  @Test
  void offersTheNearestKey() {
    assertThat(problems("postgres: 16\npresets: strict\n"))
        .singleElement()
        .asString()
        .startsWith("redshank.yml:2:1: there is no key 'presets' here. Did you mean 'preset'?");
  }

  @Test
  void offersTheNearestRule() {
    assertThat(problems("rules:\n  tabel-dropped: off\n"))
        .singleElement()
        .asString()
        .startsWith("redshank.yml:2:3: there is no rule 'tabel-dropped'.")
        .contains("Did you mean 'table-dropped'?");
  }

  @Test
  void offersTheNearestLevelAndOption() {
    assertThat(problems("rules:\n  table-dropped: eror\n  tables-locked: {mots: 2}\n"))
        .satisfiesExactly(
            level -> assertThat(level).contains(":2:18: ").contains("Did you mean 'error'?"),
            option -> assertThat(option).contains(":3:19: ").contains("Did you mean 'most'?"));
  }

  @Test
  void tellsEveryMistakeAtOnce() {
    assertThat(problems("postgres: 9.6\nfail-on: maybe\npaths: db\nmax-warnings: -1\n"))
        .satisfiesExactlyInAnyOrder(
            version -> assertThat(version).contains(":1:11: ").contains("from 14 to 18"),
            threshold -> assertThat(threshold).contains(":2:10: ").contains("error, warning"),
            paths -> assertThat(paths).contains(":3:8: ").contains("a list of texts is expected"),
            most -> assertThat(most).contains(":4:15: ").contains("0 or more"));
  }

  @Test
  void countsColumnsInCodePoints() {
    assertThat(problems("paths: [\"\uD83D\uDC26\", 7]\n"))
        .singleElement()
        .asString()
        .contains(":1:14: ");
  }

  @Test
  void refusesATab() {
    assertThat(problems("timeouts:\n\tlock: 2s\n"))
        .containsExactly("redshank.yml:2:1: a tab stands here. YAML is indented with spaces.");
  }

  @Test
  void refusesWhatIsNotYaml() {
    assertThat(problems("rules: [a, b\npostgres: 16\n"))
        .singleElement()
        .asString()
        .startsWith("redshank.yml:2:9: is not YAML here: ");
  }

  @Test
  void refusesTheMarksOfAMergeConflict() {
    assertThat(
            problems("preset: all\n<<<<<<< HEAD\npostgres: 16\n=======\npostgres: 17\n>>>>>>> x\n"))
        .singleElement()
        .asString()
        .startsWith("redshank.yml:2:1: holds the marks of a merge conflict.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "- a", "[]", "7"})
  void refusesWhatHoldsNoKeys(String yaml) {
    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith("redshank.yml:1:1: a mapping of keys to values is expected here, not ");
  }

  @Test
  void refusesWhatIsNestedDeeply() {
    assertThat(problems("paths: " + "[".repeat(3000) + "]".repeat(3000)))
        .singleElement()
        .asString()
        .contains("goes more than 20 levels deep");
  }

  /** Editors that read YAML 1.1 write off as false. */
  @Test
  void listsTheLevelsToWhoeverWritesFalse() {
    assertThat(problems("rules: {table-dropped: false}\n"))
        .containsExactly(
            "redshank.yml:1:24: 'false' is not known here. Known are off, note, warning, error.");
  }

  @Test
  void refusesTagsThatNameClasses() {
    assertThat(problems("paths: !!javax.script.ScriptEngineManager [a]\n"))
        .singleElement()
        .asString()
        .contains(":1:8: ")
        .contains("!!javax.script.ScriptEngineManager is not read");
  }

  @Test
  void refusesATagOfItsOwn() {
    assertThat(problems("preset: !secret strict\n")).singleElement().asString().contains("!secret");
  }

  @Test
  void refusesAnchorsThatExplode() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n"
          .formatted(
              i,
              i,
              String.join(
                  ", ",
                  List.of(
                      before, before, before, before, before, before, before, before, before))));
    }
    assertThat(problems(bomb.toString()))
        .singleElement()
        .asString()
        .contains("anchors and aliases make more than");
  }

  @Test
  void refusesAnAnchorInsideItself() {
    assertThat(problems("paths: &a [*a]\n"))
        .singleElement()
        .asString()
        .contains("anchors and aliases");
  }

  @Test
  void followsAnAlias() {
    LintConfig config = read("exclude: &old [db/old]\nhistory: *old\n").config();
    assertThat(config.migrations().history().patterns()).containsExactly("db/old");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThat(problems("postgres: 16\npostgres: 17\n"))
        .containsExactly(
            "redshank.yml:2:1: the key 'postgres' stands here a second time. Keep one.");
  }

  @Test
  void refusesASecondDocument() {
    assertThat(problems("postgres: 16\n---\npostgres: 17\n"))
        .singleElement()
        .asString()
        .contains("second document");
  }

  @Test
  void refusesControlCharacters() {
    assertThat(problems("preset: a\u0007b\n")).singleElement().asString().contains("U+0007");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-02-30", "2027-13-01"})
  void refusesADayThatDoesNotExist(String day) {
    assertThat(problems("allow: [{rule: table-dropped, path: a, reason: b, until: " + day + "}]"))
        .singleElement()
        .asString()
        .contains("there is no day " + day);
  }

  @Test
  void wantsAReasonForWhatIsAllowed() {
    assertThat(problems("allow:\n  - rule: table-dropped\n    path: a\n"))
        .containsExactly("redshank.yml:2:5: the key 'reason' is missing here.");
  }

  @Test
  void refusesToAllowARuleEverywhere() {
    assertThat(problems("allow: [{rule: table-dropped, reason: old}]"))
        .singleElement()
        .asString()
        .contains("everywhere");
  }

  @Test
  void refusesAGlobThatCannotBeRead() {
    assertThat(problems("exclude: [\"db/[a\"]"))
        .singleElement()
        .asString()
        .contains("'db/[a' is not a glob");
  }

  @Test
  void readsAReasonWithQuotes() {
    Allowance allowed = read("allow: [{rule: table-dropped, path: a, reason: 'it''s \"empty\"'}]")
        .config()
        .allowances()
        .get(0);
    assertThat(allowed.reason()).isEqualTo("it's \"empty\"");
  }
}
