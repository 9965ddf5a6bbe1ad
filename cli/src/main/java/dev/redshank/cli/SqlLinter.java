package dev.redshank.cli;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.rules.RedshankRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks all rules about SQL that lies in no file: a migration behind what was there before it. */
final class SqlLinter {
  private static final String GIVEN = "1_given.sql";

  private final Linter linter;

  SqlLinter(PgVersion version) {
    LintSettings defaults = LintSettings.DEFAULT;
    // Each statement for itself, unless the migration begins a transaction.
    LintSettings settings = new LintSettings(
        version,
        Optional.of("2"),
        Optional.of(TransactionMode.AUTOCOMMIT),
        defaults.lockTimeout(),
        defaults.statementTimeout());
    this.linter = new Linter(RuleSet.of(RedshankRules.all()), settings);
  }

  /**
   * What the rules say of a migration.
   *
   * @param given history, of which nothing is said
   * @param name of the migration in results, without number and ending
   */
  LintResult lint(String given, String name, String sql) {
    String migration = "2_" + name + ".sql";
    Map<String, String> texts = Map.of(GIVEN, given, migration, sql);
    List<MigrationFile> files =
        List.of(MigrationFinder.named(GIVEN), MigrationFinder.named(migration));
    return linter.lint(
        new MigrationSet(files, List.of()),
        file -> MigrationReader.decode(
            file, texts.getOrDefault(file.path(), "").getBytes(StandardCharsets.UTF_8)));
  }
}
