package dev.redshank.rules;

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
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Migrations in memory, each in one transaction, under one rule: what a fixture cannot say because it is about a deploy. */
public final class Deploys {
  private final List<SourceText> files = new ArrayList<>();

  /** The next migration; the first is {@code 1.sql}. */
  public Deploys then(String sql) {
    files.add(SourceText.of(files.size() + 1 + ".sql", sql));
    return this;
  }

  /** Where the rule finds something, as file and line, when these versions are one deploy; each is its own without. */
  public List<String> findings(Rule rule, Optional<String> since) {
    LintSettings settings =
        new LintSettings(PgVersion.DEFAULT, since, Optional.empty(), Timeout.UNSET, Timeout.UNSET);
    List<MigrationFile> migrations = files.stream().map(Deploys::file).toList();
    return new Linter(RuleSet.of(List.of(rule)), settings)
            .lint(new MigrationSet(migrations, List.of()), file -> Reading.of(text(file)))
            .findings()
            .stream()
            .map(found -> found.source().path()
                + ":"
                + found.source().position(found.finding().span().start()).line())
            .toList();
  }

  private SourceText text(MigrationFile file) {
    return files.stream()
        .filter(text -> text.path().equals(file.path()))
        .findFirst()
        .orElseThrow();
  }

  private static MigrationFile file(SourceText text) {
    return new MigrationFile(
        Path.of(text.path()),
        text.path(),
        text.path().replace(".sql", ""),
        "",
        Direction.UP,
        Tool.PLAIN,
        TransactionMode.WRAPPED,
        false,
        Optional.empty());
  }
}
