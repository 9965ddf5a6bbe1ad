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
import dev.redshank.core.report.LintText;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.rules.RedshankRules;
import dev.redshank.sandbox.drill.Drill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** One run of {@code redshank sandbox drill lint}; knows the sandbox. */
final class DrillLint {
  private static final String GIVEN = "1_given.sql";

  private final ParseResult parsed;
  private final Console console;

  DrillLint(ParseResult parsed, Console console) {
    this.parsed = parsed;
    this.console = console;
  }

  int run() throws IOException {
    Drill drill = DrillList.named(parsed.matchedPositionalValue(0, ""));
    TextOptions text = Options.textOptions(parsed, console);
    LintText.write(lint(drill), text, console.out());
    console.out().flush();
    return ExitCode.CLEAN;
  }

  /** The migration as it was deployed, behind what was there before. */
  static LintResult lint(Drill drill) {
    String migration = "2_" + drill.id().replace('-', '_') + ".sql";
    Map<String, String> texts =
        Map.of(GIVEN, drill.page().given(), migration, drill.page().migration());
    List<MigrationFile> files =
        List.of(MigrationFinder.named(GIVEN), MigrationFinder.named(migration));
    LintSettings defaults = LintSettings.DEFAULT;
    LintSettings settings = new LintSettings(
        PgVersion.DEFAULT,
        Optional.of("2"),
        Optional.of(TransactionMode.AUTOCOMMIT),
        defaults.lockTimeout(),
        defaults.statementTimeout());
    return new Linter(RuleSet.of(RedshankRules.all()), settings)
        .lint(
            new MigrationSet(files, List.of()),
            file -> MigrationReader.decode(
                file, texts.getOrDefault(file.path(), "").getBytes(StandardCharsets.UTF_8)));
  }
}
