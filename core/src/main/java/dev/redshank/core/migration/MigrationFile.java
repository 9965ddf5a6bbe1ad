package dev.redshank.core.migration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A migration that was found, not yet read.
 *
 * @param file where it is
 * @param path how results name it: relative to the project's root, with {@code /}
 * @param version its version as its tool writes it ({@code 2.1}, {@code 20240101_1}); of a plain file, its name; of a repeatable
 *     migration, its description
 * @param description the words behind the version; empty for a plain file
 * @param undoes the version that a down migration takes back
 */
public record MigrationFile(
    Path file,
    String path,
    String version,
    String description,
    Direction direction,
    Tool tool,
    TransactionMode transactions,
    boolean repeatable,
    Optional<String> undoes) {
  /** The same migration, run in another way. */
  public MigrationFile with(TransactionMode transactions) {
    return new MigrationFile(
        file, path, version, description, direction, tool, transactions, repeatable, undoes);
  }
}
