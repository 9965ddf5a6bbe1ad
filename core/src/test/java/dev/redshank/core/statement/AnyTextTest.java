package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text at all is read into statements that tile it, without an exception. The generators are seeded. */
final class AnyTextTest {
  private static final int TEXTS = 400;
  private static final int NESTING = 20_000;
  private static final Duration LINEAR = Duration.ofSeconds(60);

  private static final String CHARACTERS =
      "abzAZ09_${} \t\n\r;;,,.()()[]'\"'\"\\-/*+<>=:!?%^&|~@#$$\u0000\u00e4\uD83D\uDE00\uFEFF";

  private static final List<String> WORDS = List.of(
      "ALTER",
      "TABLE",
      "CREATE",
      "INDEX",
      "DROP",
      "IF",
      "EXISTS",
      "NOT",
      "NULL",
      "ADD",
      "COLUMN",
      "CONSTRAINT",
      "CHECK",
      "PRIMARY",
      "KEY",
      "FOREIGN",
      "REFERENCES",
      "UNIQUE",
      "USING",
      "DEFAULT",
      "SET",
      "TYPE",
      "DOMAIN",
      "SEQUENCE",
      "VIEW",
      "ONLY",
      "ON",
      "AS",
      "SELECT",
      "FROM",
      "WHERE",
      "BEGIN",
      "END",
      "ATOMIC",
      "FUNCTION",
      "DO",
      "UPDATE",
      "INSERT",
      "INTO",
      "VALUES",
      "GRANT",
      "TO",
      "COMMENT",
      "IS",
      "TRUNCATE",
      "LOCK",
      "IN",
      "MODE",
      "VACUUM",
      "CLUSTER",
      "REINDEX",
      "RENAME",
      "PARTITION",
      "OF",
      "FOR",
      "WITH",
      "GENERATED",
      "ALWAYS",
      "IDENTITY",
      "TRIGGER",
      "EXECUTE",
      "POLICY",
      "RULE",
      "COPY",
      "STDIN",
      "CASE",
      "WHEN",
      "THEN",
      "ARRAY",
      "timestamp",
      "interval",
      "double",
      "precision",
      "character",
      "varying",
      "int",
      "orders",
      "\"Q\"",
      "U&\"x\"",
      "UESCAPE",
      "'s'",
      "E'\\n'",
      "$$ BEGIN x; END $$",
      "$1",
      ":v",
      "${p}",
      "1",
      "-1.5",
      "(",
      ")",
      "(",
      ")",
      "[",
      "]",
      ",",
      ",",
      ".",
      ";",
      ";",
      "::",
      "=",
      "*",
      "%",
      "--c\n",
      "/* c */",
      "\\d\n",
      "\n",
      "LOOP");

  static IntStream seeds() {
    return IntStream.range(0, TEXTS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsRandomCharacters(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(200); i > 0; i--) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    assertIsTiled(text.toString());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsTokensInAnyOrder(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(120); i > 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
      text.append(random.nextInt(8) == 0 ? "" : " ");
    }
    assertIsTiled(text.toString());
  }

  static Stream<String> topics() throws IOException {
    return CorpusFile.topics().stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void readsRealStatementsThatWereMutilated(String topic) throws IOException {
    Random random = new Random(topic.hashCode());
    for (CorpusFile.Case example : CorpusFile.read(topic).cases()) {
      for (int i = 0; i < 25; i++) {
        assertIsTiled(mutilated(example.statement(), random));
      }
    }
  }

  private static String mutilated(SqlStatement statement, Random random) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < statement.tokens().size(); i++) {
      tokens.add(statement.tokens().text(i));
    }
    for (int i = random.nextInt(3); i >= 0 && !tokens.isEmpty(); i--) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(5)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
        case 2 -> tokens.set(at, WORDS.get(random.nextInt(WORDS.size())));
        case 3 -> tokens.subList(at, tokens.size()).clear();
        default -> tokens.add(at, WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    String text = String.join(" ", tokens);
    return random.nextInt(4) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t ADD COLUMN c int DEFAULT §",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (§)",
        "ALTER TABLE t ALTER c TYPE int USING §, ADD d int",
        "CREATE TABLE t (id int, a int DEFAULT § NOT NULL)",
        "CREATE TABLE t AS SELECT §",
        "CREATE INDEX i ON t (§)",
        "CREATE INDEX i ON t (a) WHERE §",
        "CREATE DOMAIN d int DEFAULT §",
        "DROP FUNCTION f(§)",
        "UPDATE t SET a = § WHERE b",
        "SELECT §",
        "§"
      })
  void readsBracketsInBracketsWithoutRecursion(String pattern) {
    String nested = "(".repeat(NESTING) + "1" + ")".repeat(NESTING);
    String calls = "f(".repeat(NESTING) + "1" + ")".repeat(NESTING);
    String open = "(".repeat(NESTING);
    assertTimeout(LINEAR, () -> {
      assertIsTiled(pattern.replace("§", nested));
      assertIsTiled(pattern.replace("§", calls));
      assertIsTiled(pattern.replace("§", open));
    });
  }

  @Test
  void readsManyActionsAndColumnsInLinearTime() {
    String actions = String.join(",\n", Collections.nCopies(NESTING, "ADD a int"));
    String columns = String.join(",\n", Collections.nCopies(NESTING, "a int DEFAULT (1)"));
    assertTimeout(LINEAR, () -> {
      assertIsTiled("ALTER TABLE t " + actions);
      assertIsTiled("CREATE TABLE t (" + columns + ")");
    });
  }

  private static void assertIsTiled(String text) {
    SourceText source = SourceText.of("any.sql", text);
    int end = 0;
    for (SqlStatement statement : SqlScript.read(source).statements()) {
      assertThat(statement.extent().start()).as(text).isEqualTo(end);
      assertThat(statement.extent().contains(statement.span())).as(text).isTrue();
      end = statement.extent().end();
      Statement read = new StatementReader().read(statement);
      // What EXPLAIN ANALYZE runs is read as a statement of its own.
      if (!statement.tokens().isWord(0, "EXPLAIN")) {
        assertThat(read.span()).as(text).isEqualTo(statement.span());
      }
      for (Span span : new StatementOutline(source, read).spans()) {
        assertThat(statement.span().contains(span)).as(text).isTrue();
      }
    }
    boolean empty = SqlScript.read(source).statements().isEmpty();
    assertThat(end).as(text).isEqualTo(empty ? 0 : source.file().length());
  }
}
