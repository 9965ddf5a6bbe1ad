package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * README shows what a replay really prints. Times differ from run to run, so all but numbers and the
 * drawn timeline is compared; {@code -Dredshank.golden=write} writes the latest run.
 */
final class ReadmeReplayTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path README = ROOT.resolve("README.md");
  private static final String MARK = "<!-- replay: ";

  /** A row of a timeline, its axis, and what was seen of the row while looking now and then. */
  private static final Pattern TIMELINE =
      Pattern.compile("  \\S+ +[█░─╌×·]{20,}| {8,}\\d.*| {8,}(waits for|holds) .*");

  private static final Pattern VARYING =
      Pattern.compile("\\(\\d+ times\\)|\\d+(\\.\\d+)?( (ms|s|B|kB|MB)\\b)?|–");

  @Test
  void replayInReadmeIsARealOne() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(README));
    int mark = indexOf(lines);
    String[] words =
        lines.get(mark).substring(MARK.length()).replace(" -->", "").split(" \\| ");
    int length = lines.subList(mark + 2, lines.size()).indexOf("```");
    List<String> shown = lines.subList(mark + 2, mark + 2 + length);
    List<String> real = output(words[0], words[1].split(" "));
    if ("write".equals(System.getProperty("redshank.golden"))) {
      shown.clear();
      lines.addAll(mark + 2, real);
      Files.writeString(README, String.join("\n", lines) + "\n");
    } else {
      assertThat(facts(shown)).isEqualTo(facts(real)).hasSizeGreaterThan(15);
    }
  }

  private static int indexOf(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(MARK)) {
        return i;
      }
    }
    throw new AssertionError("README shows no replay");
  }

  /** Some of the paragraphs that a replay prints, by their numbers. */
  private static List<String> output(String replay, String... paragraphs) {
    Run run = Run.in(ROOT, "sandbox", "replay", replay);
    assertThat(run.code()).as(run.err()).isZero();
    String[] all = run.out().stripTrailing().split("\n\n");
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      lines.addAll(Arrays.asList(all[Integer.parseInt(paragraph) - 1].split("\n")));
      lines.add("");
    }
    return lines.subList(0, lines.size() - 1);
  }

  private static List<String> facts(List<String> lines) {
    return lines.stream()
        .filter(line -> !TIMELINE.matcher(line).matches())
        .map(line ->
            VARYING.matcher(line).replaceAll("N").replaceAll("[ N]+", " ").strip())
        .toList();
  }
}
