package dev.redshank.core.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there as a whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes into what it is given. */
  public interface Content {
    void write(Writer out) throws IOException;
  }

  /**
   * Writes next to the file first. Where the process is told to end meanwhile, neither is left.
   *
   * @throws IOException when it cannot be written, a full disk included
   */
  public static void write(Path path, Content content) throws IOException {
    boolean special = Files.exists(path) && !Files.isRegularFile(path);
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
