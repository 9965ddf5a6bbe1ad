package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder that keeps unpacked binaries and fresh clusters between runs. Entries appear in one
 * step, so that several processes can fill it at once.
 */
final class CacheFolder {
  private final Path folder;

  CacheFolder(Path folder) {
    this.folder = folder;
  }

  /** Fills a new, empty folder. */
  interface Filler {
    void fill(Path folder) throws IOException;
  }

  /**
   * The user's cache, or for root a folder that the unprivileged server may enter: below {@code
   * /root} it could not even find its own programs. {@code -Dredshank.cache} names another one.
   */
  static CacheFolder standard(RunAs user) {
    String named = System.getProperty("redshank.cache", "");
    if (!named.isBlank()) {
      return new CacheFolder(Path.of(named).toAbsolutePath());
    }
    if (user.changesOwner()) {
      return new CacheFolder(Path.of("/var/cache/redshank/postgres"));
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base = xdg == null || xdg.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache")
        : Path.of(xdg);
    return new CacheFolder(base.resolve("redshank").resolve("postgres").toAbsolutePath());
  }

  /** The entry of that name; made by {@code filler} when it is not there. */
  Path once(String name, Filler filler) {
    Path entry = folder.resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    try {
      Permissions.createFolders(folder);
      Path draft = Files.createTempDirectory(folder, ".draft-");
      try (AtExit tidy = AtExit.of(() -> discard(draft))) {
        filler.fill(draft);
        Permissions.readableByAll(draft, true);
        publish(draft, entry);
      }
      return entry;
    } catch (IOException failure) {
      throw new SandboxException(
          "Cannot fill the cache "
              + entry
              + " ("
              + failure
              + "). -Dredshank.cache=FOLDER names another place.",
          failure);
    }
  }

  /** What is left of a draft is of no use to anybody. */
  private static void discard(Path draft) {
    try {
      if (Files.exists(draft)) {
        Permissions.deleteTree(draft);
      }
    } catch (IOException stays) {
      throw new SandboxException("Cannot delete " + draft + ": delete it by hand.", stays);
    }
  }

  /** Whoever comes first wins; the others use the winner's entry. */
  private static void publish(Path draft, Path entry) throws IOException {
    try {
      Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException taken) {
      return;
    } catch (FileSystemException failure) {
      if (!Files.isDirectory(entry)) {
        throw failure;
      }
    }
  }
}
