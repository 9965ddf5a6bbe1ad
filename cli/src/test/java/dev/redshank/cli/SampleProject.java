package dev.redshank.cli;

import dev.redshank.core.lint.Explainer;
import dev.redshank.core.lint.Explanation;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.rules.RedshankRules;
import java.nio.file.Path;
import java.util.List;

/** A project of the fixtures, linted as {@code redshank lint} does it. */
record SampleProject(MigrationSet migrations) {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  static final Path GOLDEN = ROOT.resolve("test-fixtures/src/main/golden");
  static final RuleSet RULES = RuleSet.of(RedshankRules.all());

  static SampleProject of(String name) {
    return new SampleProject(
        MigrationFinder.find(List.of("test-fixtures/src/main/projects/" + name), ROOT));
  }

  LintResult lint() {
    return new Linter(RULES, LintSettings.DEFAULT).lint(migrations, MigrationReader::read);
  }

  Explanation explain() {
    return new Explainer(LintSettings.DEFAULT).explain(migrations, MigrationReader::read);
  }
}
