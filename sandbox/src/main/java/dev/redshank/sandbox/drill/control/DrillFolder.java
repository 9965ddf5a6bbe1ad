package dev.redshank.sandbox.drill.control;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/**
 * The folder by which the terminals of one user find each other: a lock that the running drill holds,
 * and its door. Nobody else may enter it, the sandbox's servers included.
 */
public final class DrillFolder {
  private static final String PRIVATE = "rwx------";

  private final Path folder;

  public DrillFolder(Path folder) {
    this.folder = folder;
  }

  /** The user's own; {@code -Dredshank.drill=FOLDER} names another one. */
  public static DrillFolder standard() {
    String named = System.getProperty("redshank.drill", "");
    if (!named.isBlank()) {
      return new DrillFolder(Path.of(named).toAbsolutePath());
    }
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    if (runtime != null && Files.isDirectory(Path.of(runtime))) {
      return new DrillFolder(Path.of(runtime, "redshank-drill"));
    }
    String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9_.-]", "_");
    return new DrillFolder(Path.of(System.getProperty("java.io.tmpdir"), "redshank-drill-" + user));
  }

  /** Where the running drill listens. */
  Path door() {
    return folder.resolve("door");
  }

  /** The history of its shell. */
  public Path history() {
    return folder.resolve("history");
  }

  /** Holds the folder for one drill. */
  record Hold(DrillFolder folder, FileChannel channel) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(folder.door());
        Files.deleteIfExists(folder.history());
        Files.deleteIfExists(folder.folder.resolve("lock"));
        channel.close();
        Files.deleteIfExists(folder.folder);
      } catch (IOException stays) {
        throw new SandboxException("Cannot tidy up " + folder.folder + " (" + stays + ").", stays);
      }
    }
  }

  /**
   * Takes the folder for a drill; what a process that was killed left in it is swept away.
   *
   * @return nothing when another drill has it
   */
  Optional<Hold> take() {
    try {
      make();
      FileChannel channel = FileChannel.open(
          folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isFree(channel)) {
        channel.close();
        return Optional.empty();
      }
      Files.deleteIfExists(door());
      return Optional.of(new Hold(this, channel));
    } catch (IOException failure) {
      throw new SandboxException(
          "Cannot use " + folder + " (" + failure
              + "). -Dredshank.drill=FOLDER in JAVA_TOOL_OPTIONS names another place.",
          failure);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  private void make() throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      if (posix) {
        Files.createDirectory(
            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
      } else {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException there) {
      if (posix) {
        refuseForeign();
      }
    }
  }

  /** In a temporary folder somebody else may have made it first, in order to listen. */
  private void refuseForeign() throws IOException {
    PosixFileAttributes is =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean ours = is.isDirectory() && is.owner().equals(self());
    if (!ours || !PosixFilePermissions.toString(is.permissions()).equals(PRIVATE)) {
      throw new IOException("it is not a folder of yours alone");
    }
  }

  private static UserPrincipal self() throws IOException {
    Path probe = Files.createTempFile("redshank-", ".owner");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}
