package dev.redshank.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class paths that the launcher reads. */
final class ClassPathFilesTest {
  @TempDir
  Path folder;

  private void jars(String... names) throws IOException {
    Files.createDirectories(folder.resolve("sandbox"));
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }

  @Test
  void beginWithRedshankAndAreAlwaysInTheSameOrder() throws IOException {
    jars(
        "b-1.jar",
        "redshank-core-1.jar",
        "redshank-cli-1.jar",
        "a-1.jar",
        "redshank-rules-1.jar",
        "x.txt");
    jars("sandbox/redshank-sandbox-1.jar", "sandbox/c-1.jar");
    ClassPathFiles.main(new String[] {folder.toString()});
    assertThat(folder.resolve("classpath"))
        .hasContent(
            "redshank-cli-1.jar redshank-rules-1.jar redshank-core-1.jar a-1.jar b-1.jar\n");
    assertThat(folder.resolve("sandbox-classpath"))
        .hasContent("sandbox/c-1.jar sandbox/redshank-sandbox-1.jar\n");
  }

  @Test
  void holdNoNameThatAShellWouldSplit() throws IOException {
    jars("a b.jar");
    assertThatThrownBy(() -> ClassPathFiles.main(new String[] {folder.toString()}))
        .hasMessageContaining("a b.jar");
  }
}
