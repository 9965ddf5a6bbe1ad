package dev.redshank.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
   * Writes next to the file first. Where the process is told to end meanwhile, neither is left.
   *
   * @throws UsageException when it cannot be written, a full disk included
   */
  void write(Content content) {
    boolean special = Files.exists(path) && !Files.isRegularFile(path);
    try {
      if (special || !Files.isWritable(path.resolveSibling("."))) {
        try (Writer out = Files.newBufferedWriter(path)) {
          content.write(out);
        }
        return;
      }
      try (Draft draft = Draft.of(path.resolveSibling(path.getFileName() + ".part"))) {
        try (Writer out = draft.open()) {
          content.write(out);
        }
        Files.move(draft.path, path, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      throw new UsageException("--output: cannot write " + path + " (" + failure + ").");
    }
  }

  /** A file that is gone in the end, also when the process is told to end while it is written. */
  private static final class Draft implements AutoCloseable {
    private final Path path;
    private final Thread hook = new Thread(this::giveUp, "redshank-draft");
    private boolean givenUp;

    private Draft(Path path) {
      this.path = path;
    }

    static Draft of(Path path) throws IOException {
      Draft draft = new Draft(path);
      try {
        Runtime.getRuntime().addShutdownHook(draft.hook);
      } catch (IllegalStateException ending) {
        throw new IOException("the process ends", ending);
      }
      return draft;
    }

    synchronized Writer open() throws IOException {
      if (givenUp) {
        throw new IOException("the process ends");
      }
      return Files.newBufferedWriter(path);
    }

    private synchronized void giveUp() {
      givenUp = true;
      delete();
    }

    private void delete() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException stays) {
        // What cannot be deleted could not have been written either.
        return;
      }
    }

    @Override
    public void close() {
      delete();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The hook runs and finds nothing to delete.
        return;
      }
    }
  }
}
