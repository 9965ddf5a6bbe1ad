package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.config.ConfigReader;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.text.SourceText;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** What README shows of the sample shop, in a copy of it. */
  @Test
  void showsHowAnOldRepositoryIsAdopted(@TempDir Path folder) throws IOException {
    Path shop = ROOT.resolve("test-fixtures/src/main/projects/flyway-shop");
    try (Stream<Path> files = Files.walk(shop)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(
            file,
            folder.resolve(shop.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    List<String> shown = new ArrayList<>();
    adopt(shown, folder, "init");
    adopt(shown, folder, "lint", "--write-baseline", InitialConfig.BASELINE);
    String name = "src/main/resources/db/migration/V20260101__note.sql";
    String sql = "CREATE INDEX orders_note ON orders (note);";
    Files.writeString(folder.resolve(name), sql + "\n");
    shown.add("$ echo '" + sql + "' > " + name);
    adopt(shown, folder, "lint");
    assertThat(Files.readString(README))
        .contains("<!-- adopt -->\n```console\n" + String.join("\n", shown) + "\n```\n");
  }

  @Test
  void showsAConfigurationThatCanBeRead() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf("```yaml\n") + "```yaml\n".length();
    SourceText yaml =
        SourceText.of("redshank.yml", readme.substring(start, readme.indexOf("```", start)));
    assertThat(ConfigReader.read(yaml, ProjectOptions.knownRules()).problems()).isEmpty();
    assertThat(yaml.content()).contains("allow:");
  }

  /** The command, the sum of what it found, and what it said beside. */
  private static void adopt(List<String> shown, Path folder, String... args) {
    Run run = Run.in(folder, args);
    shown.add("$ redshank " + String.join(" ", args));
    if (args[0].equals("lint")) {
      List<String> lines = run.out().lines().toList();
      shown.addAll(lines.subList(lines.lastIndexOf("") + 1, lines.size()));
    }
    shown.addAll(run.err().lines().toList());
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
