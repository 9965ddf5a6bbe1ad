package dev.redshank.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes down which jars the launcher starts Redshank with, so that it need not look for them. */
public final class ClassPathFiles {
  private static final List<String> FIRST =
      List.of("redshank-cli-", "redshank-rules-", "redshank-core-");

  private ClassPathFiles() {}

  /**
   * Writes {@code classpath} and {@code sandbox-classpath} into a folder of jars. What only {@code
   * redshank sandbox} needs stands behind the rest: an archive fits every class path that begins with
   * its own.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    write(folder.resolve("classpath"), "", jars(folder));
    write(folder.resolve("sandbox-classpath"), "sandbox/", jars(folder.resolve("sandbox")));
  }

  /** The names of the jars, in an order that is always the same. */
  static List<String> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted(Comparator.comparingInt(ClassPathFiles::rank)
              .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  private static int rank(String name) {
    for (int i = 0; i < FIRST.size(); i++) {
      if (name.startsWith(FIRST.get(i))) {
        return i;
      }
    }
    return FIRST.size();
  }

  /** One line, as the shell reads it; so no jar may have a space in its name. */
  private static void write(Path file, String prefix, List<String> jars) throws IOException {
    for (String jar : jars) {
      if (!jar.matches("[A-Za-z0-9._+-]+")) {
        throw new IllegalArgumentException("The launcher cannot start with " + jar);
      }
    }
    List<String> names = jars.stream().map(jar -> prefix + jar).toList();
    Files.writeString(file, String.join(" ", names) + "\n");
  }
}
