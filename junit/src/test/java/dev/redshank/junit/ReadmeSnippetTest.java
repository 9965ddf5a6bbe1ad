package dev.redshank.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What README shows compiles as it stands, and finds what is there. */
final class ReadmeSnippetTest {
  private static final String MARK = "<!-- file: MigrationsTest.java -->";

  private static String snippet() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    int begin = readme.indexOf("```java\n", readme.indexOf(MARK)) + "```java\n".length();
    return readme.substring(begin, readme.indexOf("```", begin));
  }

  @Test
  void compilesAndFindsTheIndexInBothTests(@TempDir Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("MigrationsTest.java"), snippet());
    int code = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            source.toString());
    assertThat(code).isZero();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(loader.loadClass("MigrationsTest")))
          .execute();
      assertThat(results.testEvents().failed().count()).isEqualTo(2);
      assertThat(results.testEvents().succeeded().count()).isEqualTo(1);
    }
  }
}
