package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.redshank.core.report.html.LintHtml;
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
 * The page of a sample project and one of hostile text in a real browser, on a phone and on a desk. {@code
 * -Dredshank.pictures=FOLDER} keeps what the browser shows, to look at.
 */
final class HtmlInBrowserTest {
  @TempDir
  static Path folder;

  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    // .ci/run sees to it that there is one.
    assumeTrue(Browser.find().isPresent(), "no Chromium: .ci/install-chromium installs one");
    browser = Browser.start(Browser.find().orElseThrow());
    SampleProject shop = SampleProject.of("flyway-shop");
    write("shop", shop);
    write("hostile", SampleProject.hostile(folder.resolve("project")));
  }

  private static void write(String name, SampleProject project) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve(name + ".html"))) {
      LintHtml.write(project.lint(), project.explain(), "0.1.0", out);
    }
  }

  @AfterAll
  static void end() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shop, 390, false",
    "shop, 390, true",
    "shop, 1280, false",
    "shop, 1280, true",
    "hostile, 390, false",
    "hostile, 1280, true"
  })
  void showsAllOfItWithoutComplaint(String name, int width, boolean dark) throws IOException {
    browser.open(folder.resolve(name + ".html"), width, dark);
    browser.value("document.querySelectorAll('details').forEach(each => each.open = true)");
    browser.awaitFrames();
    int height = browser.value("document.documentElement.scrollHeight").asInt();
    String picture = name + "-" + width + (dark ? "-dark" : "-light");
    browser.keepPicture(picture, width, Math.min(height, 6_000));
    assertThat(browser.overflow()).isEqualTo("[0,[]]");
    assertThat(browser.value("globalThis.hacked === undefined").asBoolean()).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"shop, 390", "hostile, 1280"})
  void everyLinkLeadsSomewhere(String name, int width) throws IOException {
    browser.open(folder.resolve(name + ".html"), width, false);
    assertThat(browser.value("""
            [...document.querySelectorAll('a')]
              .filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length
            """).asInt()).isZero();
    assertThat(browser.value("document.querySelectorAll('.finding').length").asInt())
        .isPositive();
  }
}
