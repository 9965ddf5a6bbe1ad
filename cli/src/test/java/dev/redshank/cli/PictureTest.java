package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's picture shows what the program prints. {@code -Dredshank.golden=write} draws it anew. */
final class PictureTest {
  private static final Path PICTURE = Path.of("..", "docs", "lint.svg");
  private static final String NAME = "V42__order_tokens.sql";

  @Test
  void showsWhatATerminalShows(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(NAME), """
        SET LOCAL lock_timeout = '2s';
        ALTER TABLE customers ADD COLUMN tier smallint;
        ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();
        """);
    Run run = Run.onTerminal(Map.of("COLUMNS", "100"), folder, "lint", NAME);

    List<String> lines = new ArrayList<>(List.of("$ redshank lint " + NAME));
    lines.addAll(run.out().lines().toList());
    String picture = TerminalPicture.of(lines);

    if ("write".equals(System.getProperty("redshank.golden"))) {
      Files.writeString(PICTURE, picture);
    }
    assertThat(picture).isEqualTo(Files.readString(PICTURE));
    assertThat(Files.readString(Path.of("..", "README.md"))).contains("(docs/lint.svg)");
  }
}
