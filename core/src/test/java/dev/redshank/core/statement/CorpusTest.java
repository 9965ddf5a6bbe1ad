package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the corpus: statements that real servers took, each with the kind and the actions it has there. {@code
 * -Dredshank.golden.write=true} writes the golden files anew; look through what changed.
 */
final class CorpusTest {
  private final StatementReader reader = new StatementReader();

  static Stream<String> topics() throws IOException {
    return CorpusFile.topics().stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyStatementHasTheKindAndActionsOfItsMarker(String topic) throws IOException {
    CorpusFile file = CorpusFile.read(topic);
    List<String> expected = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (CorpusFile.Case example : file.cases()) {
      Statement statement = reader.read(example.statement());
      String place = file.place(example.statement().span()) + " ";
      expected.add(place + example.kind() + " " + example.actions());
      List<String> actions =
          example.actions().isEmpty() ? List.of() : ActionWords.of(statement, file);
      read.add(place + kind(statement, example) + " " + actions);
    }
    assertThat(read).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("topics")
  void nothingIsLeftUnread(String topic) throws IOException {
    CorpusFile file = CorpusFile.read(topic);
    List<String> unread = new ArrayList<>();
    for (CorpusFile.Case example : file.cases()) {
      Statement statement = reader.read(example.statement());
      String place = file.place(example.statement().span()) + " ";
      if (statement instanceof Unrecognized problem) {
        unread.add(place + problem.reason());
      }
      if (statement instanceof AlterTable alter) {
        alter.actions().stream()
            .filter(AlterAction.UnreadAction.class::isInstance)
            .forEach(action -> unread.add(place + action));
      }
    }
    assertThat(unread).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyPartLiesWithinItsStatement(String topic) throws IOException {
    CorpusFile file = CorpusFile.read(topic);
    for (CorpusFile.Case example : file.cases()) {
      Statement statement = reader.read(example.statement());
      assertThat(example.statement().span().contains(statement.span())).isTrue();
      assertThat(statement.span().end()).isEqualTo(example.statement().span().end());
      assertThat(new StatementOutline(file.source(), statement).spans())
          .as(file.place(statement.span()))
          .allMatch(statement.span()::contains);
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyPartHasThePlaceInTheGoldenFile(String topic) throws IOException {
    CorpusFile file = CorpusFile.read(topic);
    List<String> lines = new ArrayList<>();
    for (CorpusFile.Case example : file.cases()) {
      lines.addAll(new StatementOutline(file.source(), reader.read(example.statement())).lines());
    }
    Path golden = golden(topic);
    if (Boolean.getBoolean("redshank.golden.write")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, String.join("\n", lines) + "\n");
    }
    assertThat(lines).containsExactlyElementsOf(Files.readAllLines(golden));
  }

  /** EXPLAIN ANALYZE runs a statement and is read as that one, which begins behind its words. */
  private static String kind(Statement statement, CorpusFile.Case example) {
    boolean runs = statement.span().start() > example.statement().span().start();
    return runs && example.statement().tokens().isWord(0, "EXPLAIN") ? "EXPLAIN" : statement.kind();
  }

  private static Path golden(String topic) {
    Path module = Path.of(System.getProperty("basedir", "."));
    return module.resolve("src/test/resources/golden/corpus").resolve(topic + ".txt");
  }
}
