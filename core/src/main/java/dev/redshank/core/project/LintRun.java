package dev.redshank.core.project;

import dev.redshank.core.lint.Acceptance;
import dev.redshank.core.lint.Explainer;
import dev.redshank.core.lint.Explanation;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.rule.RuleSet;
import org.apiguardian.api.API;

/**
 * A run that is ready: everything that steers it has been read.
 *
 * <pre>{@code
 * LintRun run = ProjectLint.of(rules, directory, LocalDate::now).prepare();
 * LintResult result = run.lint();
 * }</pre>
 *
 * @param inputs the migrations
 * @param rules those that are asked
 * @param settings what holds around the migrations
 * @param acceptance what decides which findings the project puts up with
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record LintRun(Inputs inputs, RuleSet rules, LintSettings settings, Acceptance acceptance) {
  /** The findings. */
  public LintResult lint() {
    return new Linter(rules, settings, acceptance).lint(inputs.migrations(), inputs.reader());
  }

  /** What the statements do; the files are read for it once more. */
  public Explanation explain() {
    return new Explainer(settings).explain(inputs.migrations(), inputs.reader());
  }
}
