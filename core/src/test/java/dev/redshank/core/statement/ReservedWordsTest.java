package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.text.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ReservedWordsTest {
  private static final String KEYWORDS = "/dev/redshank/core/postgres/keywords.txt";

  @Test
  void areThoseThatEveryServerReserves() throws IOException {
    List<String[]> keywords = keywords();
    assertThat(keywords).hasSizeGreaterThan(400);
    for (String[] keyword : keywords) {
      boolean reserved = keyword[2].equals("R") && keyword[1].equals("14-18");
      assertThat(isReserved(keyword[0])).as(keyword[0]).isEqualTo(reserved);
    }
  }

  @Test
  void areFreeInQuotes() {
    assertThat(isReserved("\"select\"")).isFalse();
  }

  private static boolean isReserved(String word) {
    return ReservedWords.contains(SqlScript.tokens(SourceText.of("test.sql", word)), 0);
  }

  private static List<String[]> keywords() throws IOException {
    try (InputStream in = ReservedWordsTest.class.getResourceAsStream(KEYWORDS);
        BufferedReader reader = new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|"))
          .toList();
    }
  }
}
