package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JSqlParser costs more to load than a file costs to read, so it is loaded only when nothing else answers. */
final class ParserIsLazyTest {
  @Test
  void tokensSettleWhatMigrationsDoMost() throws Exception {
    List<String> loaded = loadedFor(
        "UPDATE t SET a = 1 WHERE id BETWEEN 1 AND 9",
        "UPDATE t SET a = 1 WHERE id > 1 AND id <= 9 AND kind = 'A'",
        "DELETE FROM t WHERE id IN (SELECT id FROM t LIMIT 100)",
        "UPDATE t SET a = lower(b) WHERE a IS NULL",
        "UPDATE t SET a = 1 WHERE kind = 'A' AND (a = 1 OR b = 2)",
        "UPDATE t SET a = 1 WHERE (kind = 'A') AND (id = 5)",
        "INSERT INTO t SELECT a, count(*) FROM u GROUP BY a",
        "ALTER TABLE t ADD COLUMN a int DEFAULT 0",
        "CREATE VIEW v AS SELECT * FROM t WHERE a = 1 OR b = 2",
        "DO $$BEGIN PERFORM f(); EXECUTE 'DELETE FROM t WHERE id = 1'; END$$");
    assertThat(loaded).isEmpty();
  }

  @Test
  void alternativesAskTheParser() throws Exception {
    assertThat(loadedFor("UPDATE t SET a = 1 WHERE a = 1 OR b = 2")).isNotEmpty();
  }

  /** The classes of JSqlParser that a JVM loads that reads these statements and nothing else. */
  private static List<String> loadedFor(String... statements) throws IOException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    ProcessBuilder builder = new ProcessBuilder(
        java,
        "-Xlog:class+load",
        "-cp",
        System.getProperty("java.class.path"),
        ReadAll.class.getName());
    builder.command().addAll(List.of(statements));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).contains("all were read");
    return output.lines().filter(line -> line.contains("net.sf.jsqlparser")).toList();
  }

  /** Reads each argument as a script. */
  static final class ReadAll {
    private ReadAll() {}

    public static void main(String[] statements) {
      for (String sql : statements) {
        Reading.statement(sql);
      }
      System.out.println("all were read");
    }
  }
}
