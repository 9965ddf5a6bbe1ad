package dev.redshank.benchmarks;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.text.SourceText;
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
import org.openjdk.jmh.infra.Blackhole;

/** What one thread does to a text before anybody asks what it means. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {
  private List<SourceText> texts = List.of();
  private List<SqlStatement> split = List.of();

  @Setup
  public void split(Input input) {
    texts = input.texts();
    split = texts.stream()
        .flatMap(text -> SqlScript.read(text).statements().stream())
        .toList();
  }

  /** Text to tokens, and tokens to statements. */
  @Benchmark
  public void lex(Counted counted, Blackhole hole) {
    for (SourceText text : texts) {
      SqlScript script = SqlScript.read(text);
      counted.statements += script.statements().size();
      hole.consume(script);
    }
  }

  /** The tokens of a statement to what it says. */
  @Benchmark
  public void read(Counted counted, Blackhole hole) {
    StatementReader reader = new StatementReader();
    for (SqlStatement statement : split) {
      hole.consume(reader.read(statement));
    }
    counted.statements += split.size();
  }
}
