package dev.redshank.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarTest {
  private static final LocalDateTime OLDER = LocalDateTime.of(2001, 2, 3, 4, 5, 6);
  private static final LocalDateTime NEWER = LocalDateTime.of(2011, 2, 3, 4, 5, 6);
  private static final SortedMap<String, byte[]> CLASSES =
      new TreeMap<>(Map.of("p/Some", new byte[] {1}, "a/Other", new byte[] {2}));

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void writeAJar() throws IOException {
    file = folder.resolve("some.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      add(zip, "META-INF/MANIFEST.MF", NEWER);
      add(zip, "p/Some.class", OLDER);
      add(zip, "empty/", OLDER);
    }
  }

  private static void add(ZipOutputStream zip, String name, LocalDateTime time) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    zip.closeEntry();
  }

  @Test
  void keepsOrderAndTimes() throws IOException {
    Jar.read(file).with(CLASSES).write(file);
    assertThat(entries())
        .containsExactly(
            "META-INF/MANIFEST.MF " + NEWER,
            "p/Some.class " + OLDER,
            "empty/ " + OLDER,
            "a/Other.class " + NEWER);
  }

  private List<String> entries() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .map(entry -> entry.getName() + " " + entry.getTimeLocal())
          .toList();
    }
  }

  @Test
  void givesTheClassesThatItWasGiven() throws IOException {
    Jar.read(file).with(CLASSES).write(file);
    assertThat(Jar.read(file).classes()).containsAllEntriesOf(CLASSES).hasSize(2);
  }

  @Test
  void hasTheSameBytesWhenItHoldsTheSame() throws IOException {
    Path again = folder.resolve("again.jar");
    Jar.read(file).with(CLASSES).write(again);
    Jar.read(again).with(CLASSES).write(file);
    assertThat(file).hasSameBinaryContentAs(again);
  }
}
