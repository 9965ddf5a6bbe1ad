package dev.redshank.cli;

import dev.redshank.core.finding.Finding;
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
import dev.redshank.sandbox.replay.report.Linting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks all rules about the statements of a replay, as if they were a migration behind another. */
final class DangerLinter implements Linting {
  private static final String HISTORY = "1-given.sql";
  private static final String DANGER = "2-danger.sql";

  private final Linter linter;

  DangerLinter(PgVersion version) {
    LintSettings defaults = LintSettings.DEFAULT;
    // As a replay runs them: each for itself, unless they begin a transaction.
    LintSettings settings = new LintSettings(
        version,
        Optional.empty(),
        Optional.of(TransactionMode.AUTOCOMMIT),
        defaults.lockTimeout(),
        defaults.statementTimeout());
    this.linter = new Linter(RuleSet.of(RedshankRules.all()), settings);
  }

  @Override
  public List<Finding> findings(List<String> given, List<String> statements) {
    Map<String, String> texts = Map.of(HISTORY, script(given), DANGER, script(statements));
    List<MigrationFile> files =
        List.of(MigrationFinder.named(HISTORY), MigrationFinder.named(DANGER));
    return linter
        .lint(
            new MigrationSet(files, List.of()),
            file -> MigrationReader.decode(
                file, texts.getOrDefault(file.path(), "").getBytes(StandardCharsets.UTF_8)))
        .findings()
        .stream()
        .filter(found -> found.source().path().equals(DANGER))
        .map(found -> found.finding())
        .toList();
  }

  /** A semicolon on its own line ends a statement whatever its last line is. */
  private static String script(List<String> statements) {
    StringBuilder script = new StringBuilder();
    statements.forEach(sql -> script.append(sql).append("\n;\n"));
    return script.toString();
  }
}
