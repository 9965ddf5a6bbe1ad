package dev.redshank.cli;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.report.LintText;
import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.drill.Drill;
import java.io.IOException;
import picocli.CommandLine.ParseResult;

/** One run of {@code redshank sandbox drill lint}; knows the sandbox. */
final class DrillLint {
  private final ParseResult parsed;
  private final Console console;

  DrillLint(ParseResult parsed, Console console) {
    this.parsed = parsed;
    this.console = console;
  }

  /** The migration as it was deployed, behind what was there before. */
  int run() throws IOException {
    Drill drill = DrillList.named(parsed.matchedPositionalValue(0, ""));
    TextOptions text = Options.textOptions(parsed, console);
    LintResult result = new SqlLinter(PgVersion.DEFAULT)
        .lint(drill.page().given(), drill.id().replace('-', '_'), drill.page().migration());
    LintText.write(result, text, console.out());
    console.out().flush();
    return ExitCode.CLEAN;
  }
}
