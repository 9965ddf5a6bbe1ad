package dev.redshank.build;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Class files as the compiler made them. */
final class ClassesOf {
  private static final String CLASS = ".class";

  private ClassesOf() {}

  /** The classes that come out of the same jar or folder as this one. */
  static SortedMap<String, byte[]> moduleOf(Class<?> some) throws IOException {
    Path place = placeOf(some);
    return Files.isDirectory(place) ? inFolder(place) : Jar.read(place).classes();
  }

  /** This class and the ones nested in it. */
  static SortedMap<String, byte[]> nestOf(Class<?> host) throws IOException {
    String name = host.getName().replace('.', '/');
    SortedMap<String, byte[]> classes = moduleOf(host);
    classes.keySet().removeIf(each -> !each.equals(name) && !each.startsWith(name + "$"));
    return classes;
  }

  private static SortedMap<String, byte[]> inFolder(Path folder) throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    for (Path file : filesIn(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      classes.put(name.substring(0, name.length() - CLASS.length()), Files.readAllBytes(file));
    }
    return classes;
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(CLASS)).toList();
    }
  }

  private static Path placeOf(Class<?> some) throws IOException {
    try {
      return Path.of(some.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException odd) {
      throw new IOException(odd);
    }
  }
}
