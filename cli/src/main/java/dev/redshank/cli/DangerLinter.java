package dev.redshank.cli;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.replay.report.Linting;
import java.util.List;

/** Asks all rules about the statements of a replay, as if they were a migration behind another. */
final class DangerLinter implements Linting {
  private final SqlLinter linter;

  DangerLinter(PgVersion version) {
    this.linter = new SqlLinter(version);
  }

  @Override
  public List<Finding> findings(List<String> given, List<String> statements) {
    return linter.lint(script(given), "danger", script(statements)).findings().stream()
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
