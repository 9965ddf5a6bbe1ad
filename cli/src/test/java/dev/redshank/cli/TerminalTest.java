package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.report.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code lint} prints, as somebody at a terminal sees it. */
final class TerminalTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String SHOP = "test-fixtures/src/main/projects/flyway-shop";
  private static final String LINK = "\u001b]8;;";

  @TempDir
  Path folder;

  /** Paths, names and SQL stay whole, as they are copied; everything else keeps to the width. */
  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 140, 200})
  void keepsToTheWidth(int width) {
    Run run = Run.onTerminal(
        Map.of("COLUMNS", String.valueOf(width), "NO_COLOR", "1"), ROOT, "lint", SHOP);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> !isCopied(line)))
        .hasSizeGreaterThan(500)
        .allSatisfy(line -> assertThat(Width.of(line)).as(line).isLessThanOrEqualTo(width));
  }

  private static boolean isCopied(String line) {
    return line.contains("/db/migration/")
        || line.startsWith("       ")
        || line.matches("[a-z]+\\[[a-z-]+]:|   = more: redshank rules [a-z-]+")
        || line.startsWith("  -- redshank:allow ");
  }

  @Test
  void linksPathsWhereTheTerminalOpensThem() throws IOException {
    write("V1__a b.sql", "ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();\n");

    String out =
        Run.onTerminal(Map.of("TERM_PROGRAM", "WezTerm"), folder, "lint", ".").out();

    assertThat(out)
        .contains(LINK + folder.toUri() + "V1__a%20b.sql\u001b\\V1__a b.sql:1:")
        .contains("\u001b]8;;\u001b\\\n");
  }

  /** What lies elsewhere is named by its whole path, and found by it. */
  @Test
  void linksFilesOutsideTheProject(@TempDir Path elsewhere) throws IOException {
    Path file = Files.writeString(
        elsewhere.resolve("V1__a.sql"), "ALTER TABLE orders DROP COLUMN token;\n");

    String out = Run.onTerminal(Map.of("FORCE_HYPERLINK", "1"), folder, "lint", file.toString())
        .out();

    assertThat(out).contains(LINK + "file://" + file + "\u001b\\" + file + ":1:");
  }

  /** A file's name cannot end the link and begin something else. */
  @Test
  void encodesWhatIsInALink() throws IOException {
    write("V1__\u001b]0;owned\u0007é.sql", "ALTER TABLE orders DROP COLUMN token;\n");

    String out =
        Run.onTerminal(Map.of("FORCE_HYPERLINK", "1"), folder, "lint", ".").out();

    assertThat(out)
        .contains("V1__%1B%5D0%3Bowned%07%C3%A9.sql")
        .doesNotContain("\u001b]0")
        .doesNotContain("\u0007");
  }

  @ParameterizedTest
  @CsvSource({
    "TERM_PROGRAM, Apple_Terminal",
    "TERM, dumb",
    "NO_COLOR, 1",
    "FORCE_HYPERLINK, 0",
    "TMUX, /tmp/tmux",
  })
  void writesNoLinksWhereTheyWouldBeSeen(String name, String value) throws IOException {
    write("V1__a.sql", "ALTER TABLE orders DROP COLUMN token;\n");

    Run run = name.startsWith("T") && !name.equals("TMUX")
        ? Run.onTerminal(Map.of(name, value), folder, "lint", ".")
        : Run.onTerminal(Map.of(name, value, "VTE_VERSION", "7000"), folder, "lint", ".");

    assertThat(run.out()).contains("V1__a.sql:1:1").doesNotContain("\u001b]8");
  }

  private void write(String name, String sql) throws IOException {
    Files.writeString(folder.resolve(name), sql);
  }
}
