package dev.redshank.core.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.text.SourceText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line hashes against values that github/codeql-action publishes for its own. */
final class LineHashesTest {
  private static final List<String> ENDED_LINES = List.of(
      "e9496ae3ebfced30:1",
      "fb7c023a8b9ccb3f:1",
      "ce8ba1a563dcdaca:1",
      "e20e36e16fcb0cc8:1",
      "b3edc88f2938467e:1",
      "c8e28b0b4002a3a0:1",
      "c129715d7a2bc9a3:1");

  private static List<String> hashes(String file) {
    SourceText source = SourceText.of("a.sql", file);
    LineHashes hashes = LineHashes.of(source);
    return IntStream.rangeClosed(1, source.lineCount()).mapToObj(hashes::at).toList();
  }

  @Test
  void emptyFileHasOneLine() {
    assertThat(hashes("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void spacesAndTabsDoNotCount() {
    assertThat(hashes(" a\nb\n  \t\tc\n d"))
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
  }

  @Test
  void emptyLinesHaveHashesToo() {
    assertThat(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End"))
        .containsExactly(
            "8b7cf3e952e7aeb2:1",
            "b1ae1287ec4718d9:1",
            "bff680108adb0fcc:1",
            "c6805c5e1288b612:1",
            "b86d3392aea1be30:1",
            "e6ceba753e1a442:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
        " hello; \t\rworld!!!\r\r\r  \t\tGreetings\r End\r",
        " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"
      })
  void everyKindOfLineEndIsTheSame(String file) {
    assertThat(hashes(file)).isEqualTo(ENDED_LINES);
  }

  @Test
  void equalLinesAreCountedAsLongAsWhatFollowsIsEqual() {
    assertThat(hashes("Lorem ipsum dolor sit amet.\n".repeat(10)))
        .containsExactly(
            "a7f2ff13bc495cf2:1",
            "a7f2ff13bc495cf2:2",
            "a7f2ff13bc495cf2:3",
            "a7f2ff13bc495cf2:4",
            "a7f2ff13bc495cf2:5",
            "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1");
  }

  @Test
  void linesLongerThanTheWindowDifferByTheirBeginningOnly() {
    String line = "x".repeat(150);
    List<String> hashes = hashes(line + "a\n" + line + "b\n");
    assertThat(hashes.get(0).split(":")[0]).isEqualTo(hashes.get(1).split(":")[0]);
    assertThat(hashes.get(1)).endsWith(":2");
  }
}
