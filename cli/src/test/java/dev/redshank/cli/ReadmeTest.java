package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.rule.Rule;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** README shows what the program really prints, and names every rule. */
final class ReadmeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String MARK = "<!-- test: ";

  @Test
  void outputsInReadmeAreRealOnes() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    int shown = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith(MARK)) {
        continue;
      }
      String command = lines.get(i).substring(MARK.length(), lines.get(i).indexOf(" -->"));
      List<String> args = new ArrayList<>(List.of(command.split(" ")));
      args.add("test-fixtures/src/main/projects/flyway-shop");
      String output = Run.in(ROOT, args.toArray(String[]::new)).out();
      int start = i + 2;
      int end = start + lines.subList(start, lines.size()).indexOf("```");
      assertThat(end).as("lines of output behind " + lines.get(i)).isGreaterThan(start);
      assertThat(output).contains(String.join("\n", lines.subList(start, end)));
      shown++;
    }
    assertThat(shown).isGreaterThanOrEqualTo(2);
  }

  @Test
  void namesEveryRule() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (Rule rule : RedshankRules.all()) {
      assertThat(readme).contains("`" + rule.info().id() + "`");
    }
  }
}
