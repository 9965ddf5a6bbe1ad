package dev.redshank.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Runs the commands one after the other in one process, so that an archive of what Java loaded covers
 * them all. The launcher starts it when it trains that archive; a user's run never does.
 */
public final class Warmup {
  private static final List<String> MIGRATIONS = List.of(
      "V1__shop.sql", "V2__orders.sql", "V3__backfill.sql", "U2__orders.sql", "R__views.sql");

  private static final List<String> RUNS = List.of(
      "explain", "lint", "explain --format json", "lint --format json --since 2 --pg-version 16");

  private Warmup() {}

  /** Runs the commands on migrations of its own and prints what they print. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("redshank");
    try {
      for (String name : MIGRATIONS) {
        write(name, folder.resolve(name));
      }
      Console console = Console.ofProcess();
      for (String run : RUNS) {
        new Redshank(console).run((run + " " + folder).split(" "));
      }
      // One small file is read and judged without the threads that several are given to.
      new Redshank(console).run("lint", folder.resolve(MIGRATIONS.get(0)).toString());
      new Redshank(console).run("rules");
      // The last one as a user's process does it, which closes standard output.
      Main.run("--help");
    } finally {
      for (String name : MIGRATIONS) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  private static void write(String name, Path file) throws IOException {
    try (InputStream migration = Warmup.class.getResourceAsStream("warmup/" + name)) {
      Files.copy(Objects.requireNonNull(migration, name), file);
    }
  }
}
