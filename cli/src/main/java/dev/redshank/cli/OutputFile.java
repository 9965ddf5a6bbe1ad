package dev.redshank.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file for results, which is there as a whole or not at all. */
final class OutputFile {
  private final Path path;

  private OutputFile(Path path) {
    this.path = path;
  }

  /** Writes into what it is given. */
  interface Content {
    void write(Writer out) throws IOException;
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

  /** Writes next to the file first. */
  void write(Content content) throws IOException {
    boolean special = Files.exists(path) && !Files.isRegularFile(path);
    if (special || !Files.isWritable(path.resolveSibling("."))) {
      writeTo(path, content);
      return;
    }
    Path draft = path.resolveSibling(path.getFileName() + ".part");
    try {
      writeTo(draft, content);
      Files.move(draft, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UsageException("--output: cannot write " + path + " (" + failure + ").");
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void writeTo(Path file, Content content) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      content.write(out);
    }
  }
}
