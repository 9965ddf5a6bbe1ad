package dev.redshank.benchmarks;

import dev.redshank.core.lint.Explainer;
import dev.redshank.core.lint.Explanation;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.schema.Era;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.rules.RedshankRules;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What history and rules cost. Explaining and linting include the reading of the texts, on all processors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WalkingBenchmark {
  private List<List<Statement>> migrations = List.of();

  @Setup
  public void read(Input input) {
    StatementReader reader = new StatementReader();
    migrations = input.texts().stream()
        .map(
            text -> SqlScript.read(text).statements().stream().map(reader::read).toList())
        .toList();
  }

  /** The picture of the database behind the last of the statements, which are read already. */
  @Benchmark
  public SchemaState replay(Counted counted) {
    SchemaState state = SchemaState.empty();
    int number = 0;
    for (List<Statement> migration : migrations) {
      number++;
      Era era = new Era(number, number, number);
      for (Statement statement : migration) {
        state = state.after(statement, era, "release.sql");
      }
      counted.statements += migration.size();
    }
    return state;
  }

  /** From texts to the impact of each statement. */
  @Benchmark
  public Explanation explain(Input input, Counted counted) {
    counted.statements += input.statements;
    return new Explainer(LintSettings.DEFAULT).explain(input.migrations(), input.reader());
  }

  /** From texts to findings of every rule. */
  @Benchmark
  public LintResult lint(Input input, Counted counted) {
    counted.statements += input.statements;
    return new Linter(RuleSet.of(RedshankRules.all()), LintSettings.DEFAULT)
        .lint(input.migrations(), input.reader());
  }
}
