package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folder of one running server. A lock file, which the operating system releases when this
 * process dies in whatever way, tells later runs which folders are left over.
 */
final class RunFolder implements AutoCloseable {
  private static final String PREFIX = "redshank-pg-";
  private static final long ROOM = 2L << 30;
  private static final int ATTEMPTS = 20;

  private final Path folder;
  private final FileChannel lockFile;

  private RunFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /** Where the server keeps its data. */
  Path data() {
    return folder.resolve("data");
  }

  Path path() {
    return folder;
  }

  static RunFolder create() {
    Path base = base();
    try {
      sweep(base);
      Path folder = Files.createTempDirectory(base, ownPrefix());
      Permissions.set(folder, "rwx--x--x");
      Path draft = folder.resolve("lock.draft");
      FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      channel.lock();
      Files.move(draft, folder.resolve("lock"), StandardCopyOption.ATOMIC_MOVE);
      return new RunFolder(folder, channel);
    } catch (IOException failure) {
      throw new SandboxException("Cannot make a folder for a server in " + base, failure);
    }
  }

  /** Memory where there is enough of it: tests are ten times faster there than on a disk. */
  static Path base() {
    Path memory = Path.of("/dev/shm");
    try {
      if (Files.isDirectory(memory) && Files.isWritable(memory)) {
        FileStore store = Files.getFileStore(memory);
        if (store.getUsableSpace() > ROOM) {
          return memory;
        }
      }
    } catch (IOException unknown) {
      return temporary();
    }
    return temporary();
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static String ownPrefix() {
    return PREFIX + ProcessHandle.current().pid() + "-";
  }

  /** Deletes folders whose process is gone. Its own are left: closing their lock file frees it. */
  private static void sweep(Path base) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "*")) {
      for (Path folder : folders) {
        Path name = folder.getFileName();
        if (name != null && !name.toString().startsWith(ownPrefix()) && abandoned(folder)) {
          Permissions.deleteTree(folder);
        }
      }
    }
  }

  private static boolean abandoned(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException foreignOrBeingMade) {
      return false;
    }
  }

  /** Removes the folder with all data; a dying server may still make a file meanwhile. */
  @Override
  public void close() {
    try {
      for (int attempt = 1; Files.exists(folder); attempt++) {
        delete(attempt);
      }
      lockFile.close();
    } catch (IOException failure) {
      throw new SandboxException("Cannot delete " + folder, failure);
    }
  }

  private void delete(int attempt) throws IOException {
    try {
      Permissions.deleteTree(folder);
    } catch (DirectoryNotEmptyException growing) {
      if (attempt == ATTEMPTS) {
        throw growing;
      }
    }
  }
}
