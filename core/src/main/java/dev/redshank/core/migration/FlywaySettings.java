package dev.redshank.core.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Flyway's settings say of transactions: {@code executeInTransaction} in a script's own {@code V2__x.sql.conf},
 * {@code mixed} in the nearest {@code flyway.conf} or {@code flyway.toml} above the script. What cannot be read leaves
 * Flyway's default in force: the script itself is still checked.
 */
final class FlywaySettings {
  private final Roots root;
  private final Map<Path, Boolean> mixed = new HashMap<>();

  FlywaySettings(Roots root) {
    this.root = root;
  }

  /** How Flyway runs a script. */
  TransactionMode transactions(Path file) {
    Path own = file.resolveSibling(file.getFileName() + ".conf");
    Optional<String> wrapped =
        Files.isRegularFile(own) ? value(own, "executeInTransaction") : Optional.empty();
    if (wrapped.isPresent()) {
      return wrapped.get().equalsIgnoreCase("false")
          ? TransactionMode.AUTOCOMMIT
          : TransactionMode.WRAPPED;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder != null && mixed.computeIfAbsent(folder, this::mixes)
        ? TransactionMode.MIXED
        : TransactionMode.DETECTED;
  }

  private boolean mixes(Path folder) {
    for (Path at : root.upFrom(folder)) {
      Path conf = at.resolve("flyway.conf");
      Path toml = at.resolve("flyway.toml");
      if (Files.isRegularFile(conf)) {
        return value(conf, "flyway.mixed").map("true"::equalsIgnoreCase).orElse(false);
      }
      if (Files.isRegularFile(toml)) {
        return value(toml, "mixed")
            .or(() -> value(toml, "flyway.mixed"))
            .map("true"::equalsIgnoreCase)
            .orElse(false);
      }
    }
    return false;
  }

  private static Optional<String> value(Path settings, String key) {
    try {
      List<String> lines = Files.readAllLines(settings, StandardCharsets.UTF_8);
      for (String line : lines) {
        int equals = line.indexOf('=');
        if (equals > 0 && line.substring(0, equals).strip().equals(key)) {
          return Optional.of(line.substring(equals + 1).strip());
        }
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
