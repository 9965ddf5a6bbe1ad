package dev.redshank.rules.lockqueuefreeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.impact.Timeout;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Tool;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A deploy of several migrations is told once, in the migration that it is about. */
final class LockTimeoutMissingTest {
  private static final Map<String, String> FILES = Map.of(
      "1.sql", "CREATE TABLE orders (id bigint);",
      "2.sql", "CREATE TABLE carts (id bigint);",
      "3.sql", "COMMENT ON TABLE orders IS '';\nALTER TABLE orders ADD COLUMN note text;",
      "4.sql", "ALTER TABLE orders ADD COLUMN phone text;");

  @Test
  void speaksOnceADeployAndNamesTheMigration() {
    assertThat(places(Optional.of("2"))).containsExactly("3.sql:2");
  }

  @Test
  void takesEachMigrationForADeployWhereNothingElseIsSaid() {
    assertThat(places(Optional.empty())).containsExactly("3.sql:2", "4.sql:1");
  }

  private static List<String> places(Optional<String> since) {
    LintSettings settings =
        new LintSettings(PgVersion.DEFAULT, since, Optional.empty(), Timeout.UNSET, Timeout.UNSET);
    List<MigrationFile> files =
        FILES.keySet().stream().sorted().map(LockTimeoutMissingTest::file).toList();
    return new Linter(RuleSet.of(List.of(new LockTimeoutMissing())), settings)
            .lint(
                new MigrationSet(files, List.of()),
                file -> Reading.of(SourceText.of(file.path(), FILES.get(file.path()))))
            .findings()
            .stream()
            .map(found -> found.source().path()
                + ":"
                + found.source().position(found.finding().span().start()).line())
            .toList();
  }

  private static MigrationFile file(String name) {
    return new MigrationFile(
        Path.of(name),
        name,
        name.substring(0, 1),
        "",
        Direction.UP,
        Tool.PLAIN,
        TransactionMode.AUTOCOMMIT,
        false,
        Optional.empty());
  }
}
