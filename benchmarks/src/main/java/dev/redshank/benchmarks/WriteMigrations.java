package dev.redshank.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes generated migrations into a folder: {@code WriteMigrations FOLDER STATEMENTS PER_FILE}. */
final class WriteMigrations {
  private WriteMigrations() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int statements = Integer.parseInt(arguments[1]);
    int perFile = Integer.parseInt(arguments[2]);
    List<String> files = GeneratedMigrations.files(statements, perFile);
    for (int i = 0; i < files.size(); i++) {
      String name = String.format(Locale.ROOT, "V%05d__release.sql", i + 1);
      Files.writeString(folder.resolve(name), files.get(i));
    }
  }
}
