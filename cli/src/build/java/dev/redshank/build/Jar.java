package dev.redshank.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar in memory. Written again it has the same bytes whenever it holds the same: entries keep their
 * order and their time, and new ones follow by name, with the time of the newest.
 */
final class Jar {
  private static final String CLASS = ".class";

  private final Map<String, Entry> entries;

  private Jar(Map<String, Entry> entries) {
    this.entries = entries;
  }

  private record Entry(LocalDateTime time, byte[] content) {}

  static Jar read(Path file) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().<ZipEntry>map(each -> each).toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        entries.put(entry.getName(), new Entry(entry.getTimeLocal(), content));
      }
    }
    return new Jar(entries);
  }

  /** The class files by the internal names of their classes. */
  SortedMap<String, byte[]> classes() {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    entries.forEach((name, entry) -> {
      if (name.endsWith(CLASS)) {
        classes.put(name.substring(0, name.length() - CLASS.length()), entry.content);
      }
    });
    return classes;
  }

  /** This jar with these classes in place of those of the same name, and the others in addition. */
  Jar with(SortedMap<String, byte[]> classes) {
    Map<String, Entry> result = new LinkedHashMap<>(entries);
    LocalDateTime newest = entries.values().stream()
        .map(Entry::time)
        .max(Comparator.naturalOrder())
        .orElseThrow();
    classes.forEach((name, content) -> result.merge(
        name + CLASS, new Entry(newest, content), (old, made) -> new Entry(old.time, content)));
    return new Jar(result);
  }

  /** Writes the whole of it or, where that fails, nothing. */
  void write(Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
      for (Map.Entry<String, Entry> entry : entries.entrySet()) {
        ZipEntry written = new ZipEntry(entry.getKey());
        written.setTimeLocal(entry.getValue().time);
        zip.putNextEntry(written);
        zip.write(entry.getValue().content);
        zip.closeEntry();
      }
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
