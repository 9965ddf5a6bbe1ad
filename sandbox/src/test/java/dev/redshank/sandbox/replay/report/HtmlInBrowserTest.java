package dev.redshank.sandbox.replay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.redshank.fixtures.browser.Browser;
import dev.redshank.sandbox.replay.result.ReplayResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a real browser, on a phone and on a desk. {@code -Dredshank.pictures=FOLDER} keeps what
 * the browser shows, to look at; {@code -Dredshank.page=FILE} takes another page.
 */
final class HtmlInBrowserTest {
  @TempDir
  static Path folder;

  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    // .ci/run sees to it that there is one.
    assumeTrue(Browser.find().isPresent(), "no Chromium: .ci/install-chromium installs one");
    page = page();
    browser = Browser.start(Browser.find().orElseThrow());
  }

  @AfterAll
  static void end() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page() throws IOException {
    String other = System.getProperty("redshank.page", "");
    if (!other.isEmpty()) {
      return Path.of(other).toAbsolutePath();
    }
    List<ReplayResult> replays = new ArrayList<>(Played.REAL);
    replays.add(Played.hostile());
    Path file = folder.resolve("report.html");
    try (Writer out = Files.newBufferedWriter(file)) {
      ReplayHtml.write(Played.report(replays), out);
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({"390, false", "390, true", "1280, false", "1280, true"})
  void showsAllOfItWithoutComplaint(int width, boolean dark) throws IOException {
    browser.open(page, width, dark);
    int height = browser.value("document.documentElement.scrollHeight").asInt();
    // A window as high as the page: every plot is near it, so every plot is drawn.
    browser.size(width, height + 400);
    drawEverything();
    browser.keepPicture(width + (dark ? "-dark" : "-light"), width, height);
    assertThat(browser.overflow()).isEqualTo("[0,[]]");
    assertThat(browser.value("globalThis.hacked === undefined").asBoolean()).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"390", "1280"})
  void drawsPlotsThatAreNotBlank(int width) throws IOException {
    browser.open(page, width, false);
    browser.size(width, 100_000);
    drawEverything();
    JsonNode blank = browser.value("""
        [...document.querySelectorAll('.plot canvas')].filter(canvas => {
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(pixels.data.buffer)).size < 5;
        }).length
        """);
    assertThat(browser.value("document.querySelectorAll('.plot canvas').length").asInt())
        .isPositive();
    assertThat(blank.asInt()).isZero();
  }

  private static void drawEverything() throws IOException {
    for (int frame = 0; frame < 500; frame++) {
      String[] drawn =
          browser.value("document.documentElement.dataset.drawn").asText().split("/");
      if (drawn[0].equals(drawn[1])) {
        browser.awaitFrames();
        return;
      }
      browser.awaitFrames();
    }
    fail("not every plot is drawn: "
        + browser.value("document.documentElement.dataset.drawn").asText());
  }
}
