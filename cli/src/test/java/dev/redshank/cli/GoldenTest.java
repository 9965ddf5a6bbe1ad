package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the sample projects give, to the last letter. {@code -Dredshank.golden=write} writes the files
 * anew; look at the difference before you commit it.
 */
final class GoldenTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path GOLDEN = ROOT.resolve("test-fixtures/src/main/golden");

  @ParameterizedTest
  @CsvSource({
    "flyway-shop, lint.txt, 1, lint",
    "flyway-shop, lint.json, 1, lint --format json",
    "flyway-shop, lint-concise.txt, 1, lint --format concise",
    "flyway-shop, lint-github.txt, 1, lint --format github",
    "flyway-shop, lint-gitlab.json, 1, lint --format gitlab",
    "flyway-shop, lint-junit.xml, 1, lint --format junit",
    "flyway-shop, lint-checkstyle.xml, 1, lint --format checkstyle",
    "flyway-shop, lint-rdjson.json, 1, lint --format rdjson",
    "flyway-shop, lint.md, 1, lint --format markdown",
    "flyway-shop, lint-since-2024.txt, 1, lint --since 20240101",
    "flyway-shop, lint-since-2024.json, 1, lint --since 20240101 --format json",
    "plain-bookings, lint.txt, 1, lint",
    "plain-bookings, lint.json, 1, lint --format json",
    "plain-bookings, lint-since-0013.txt, 1, lint --since 0013",
    "plain-bookings, lint-since-0013.json, 1, lint --since 0013 --format json",
    "flyway-shop, explain.txt, 0, explain",
    "flyway-shop, explain.json, 0, explain --format json",
    "flyway-shop, explain-pg14-since-2024.txt, 0, explain --pg-version 14 --since 20240101",
  })
  void sampleProjectsGiveWhatTheyGave(String project, String name, int code, String command)
      throws IOException {
    List<String> args = new java.util.ArrayList<>(List.of(command.split(" ")));
    args.add("test-fixtures/src/main/projects/" + project);
    Run run = Run.in(ROOT, args.toArray(String[]::new));
    Path golden = GOLDEN.resolve(project).resolve(name);
    if ("write".equals(System.getProperty("redshank.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(golden));
    if (code == 0) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(run.err()).startsWith("redshank: failed: ").hasLineCount(1);
    }
    assertThat(run.code()).isEqualTo(code);
  }
}
