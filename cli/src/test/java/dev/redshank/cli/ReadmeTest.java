package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.rule.Rule;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * README shows what the program really prints, and names every rule. {@code -Dredshank.golden=write}
 * writes its outputs anew.
 */
final class ReadmeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path README = ROOT.resolve("README.md");
  private static final String MARK = "<!-- output: ";

  @Test
  void outputsInReadmeAreRealOnes() throws IOException {
    String readme = Files.readString(README);
    String real = withRealOutputs(readme);
    if ("write".equals(System.getProperty("redshank.golden"))) {
      Files.writeString(README, real);
    } else {
      assertThat(readme).isEqualTo(real);
    }
    assertThat(real.split(MARK, -1)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void namesEveryRule() throws IOException {
    String readme = Files.readString(README);
    for (Rule rule : RedshankRules.all()) {
      assertThat(readme).contains("`" + rule.info().id() + "`");
    }
  }

  /** Each mark names a command and, behind a bar, what one finding of its output begins with. */
  private static String withRealOutputs(String readme) {
    List<String> lines = new ArrayList<>(List.of(readme.split("\n", -1)));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(MARK)) {
        String mark = lines.get(i).substring(MARK.length(), lines.get(i).indexOf(" -->"));
        int start = i + 2;
        int length = lines.subList(start, lines.size()).indexOf("```");
        lines.subList(start, start + length).clear();
        lines.addAll(start, output(mark));
      }
    }
    return String.join("\n", lines);
  }

  private static List<String> output(String mark) {
    String[] parts = mark.split(" \\| ");
    List<String> args = new ArrayList<>(List.of(parts[0].split(" ")));
    args.add("test-fixtures/src/main/projects/flyway-shop");
    String output = Run.in(ROOT, args.toArray(String[]::new)).out().stripTrailing();
    if (parts.length == 1) {
      return List.of(output.split("\n"));
    }
    return Arrays.stream(output.split("\n\n"))
        .filter(block -> block.startsWith(parts[1]))
        .findFirst()
        .map(block -> List.of(block.split("\n")))
        .orElseThrow(() -> new AssertionError("no output begins with " + parts[1]));
  }
}
