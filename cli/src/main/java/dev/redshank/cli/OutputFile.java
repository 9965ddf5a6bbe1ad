package dev.redshank.cli;

import dev.redshank.core.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file for results, which is there as a whole or not at all. */
final class OutputFile {
  private final Path path;

  private OutputFile(Path path) {
    this.path = path;
  }

  /**
   * Looks before anything runs whether the file can be written.
   *
   * @throws UsageException when it cannot
   */
  static OutputFile of(String name, Path directory) {
    try {
      Path path = directory.resolve(name).toAbsolutePath().normalize();
      Path folder = path.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new UsageException("--output: there is no folder for " + name + ". Make it first.");
      }
      boolean refused = Files.exists(path) ? !Files.isWritable(path) : !Files.isWritable(folder);
      if (Files.isDirectory(path) || refused) {
        throw new UsageException("--output: " + name + " cannot be written. Name another file.");
      }
      return new OutputFile(path);
    } catch (InvalidPathException invalid) {
      throw new UsageException("--output: " + invalid.getMessage() + ".");
    }
  }

  Path path() {
    return path;
  }

  /** Whether both names lead to one file, through links too. */
  boolean isSameAs(OutputFile other) {
    return isAt(other.path);
  }

  /** Whether it is the file at {@code other}. */
  boolean isAt(Path other) {
    if (path.equals(other.toAbsolutePath().normalize())) {
      return true;
    }
    try {
      return Files.exists(path) && Files.exists(other) && Files.isSameFile(path, other);
    } catch (IOException unknown) {
      return false;
    }
  }

  /**
   * Writes the file as a whole, or not at all.
   *
   * @throws UsageException when it cannot be written, a full disk included
   */
  void write(WholeFile.Content content) {
    try {
      WholeFile.write(path, content);
    } catch (IOException failure) {
      throw new UsageException("--output: cannot write " + path + " (" + failure + ").");
    }
  }
}
