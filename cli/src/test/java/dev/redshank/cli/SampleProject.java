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
import java.io.IOException;
import java.nio.file.Files;
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

  static SampleProject in(Path folder) {
    return new SampleProject(MigrationFinder.find(List.of("."), folder));
  }

  /** Migrations whose names, comments and objects try to be something else in a report. */
  static SampleProject hostile(Path folder) throws IOException {
    String evil = "<img src=x onerror=hacked=1>\"'&]]>\u001b[31m\u202e\u0000";
    String name = "x</pre><script>hacked=1</script>" + "y".repeat(200);
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("V1__it's \"<b>bold<b>\" & ünïcödé.sql"),
        "ALTER TABLE \"" + name + "\" ADD COLUMN \"" + evil.replace("\"", "\"\"")
            + "\" uuid DEFAULT gen_random_uuid();\n"
            + "-- redshank:allow column-dropped reason=\"" + evil.replace("\"", "") + "\"\n"
            + "ALTER TABLE orders DROP COLUMN x;\n"
            + "GIBBERISH " + evil + ";\n"
            + "UPDATE orders SET note = '" + "z".repeat(3_000) + "';\n");
    return in(folder);
  }

  LintResult lint() {
    return new Linter(RULES, LintSettings.DEFAULT).lint(migrations, MigrationReader::read);
  }

  Explanation explain() {
    return new Explainer(LintSettings.DEFAULT).explain(migrations, MigrationReader::read);
  }
}
