package dev.redshank.sandbox.drill.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.redshank.fixtures.browser.Browser;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page of a drill in a real browser, on a phone and on a desk. {@code -Dredshank.pictures=FOLDER}
 * keeps what the browser shows, to look at.
 */
final class DrillInBrowserTest {
  @TempDir
  static Path folder;

  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    // .ci/run sees to it that there is one.
    assumeTrue(Browser.find().isPresent(), "no Chromium: .ci/install-chromium installs one");
    page = folder.resolve("drill.html");
    try (Writer out = Files.newBufferedWriter(page)) {
      DrillHtml.write(Scored.hostile(), out);
    }
    browser = Browser.start(Browser.find().orElseThrow());
  }

  @AfterAll
  static void end() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"390, false", "390, true", "1280, false", "1280, true"})
  void showsAllOfItWithoutComplaint(int width, boolean dark) throws IOException {
    browser.open(page, width, dark);
    int height = browser.value("document.documentElement.scrollHeight").asInt();
    browser.size(width, height + 400);
    browser.awaitFrames();
    browser.keepPicture("drill-" + width + (dark ? "-dark" : "-light"), width, height);
    assertThat(browser.overflow()).isEqualTo("[0,[]]");
    assertThat(browser.value("globalThis.hacked === undefined").asBoolean()).isTrue();
    assertThat(browser.value("document.querySelectorAll('.plot canvas').length").asInt())
        .isEqualTo(2);
    assertThat(browser.complaints()).isEmpty();
  }
}
