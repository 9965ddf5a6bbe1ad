package dev.redshank.sandbox.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Owners and modes of the files that servers read and write; Windows has neither. */
final class Permissions {
  private static final boolean POSIX =
      java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  private Permissions() {}

  static void readableByAll(Path file, boolean executable) throws IOException {
    set(file, executable ? "rwxr-xr-x" : "rw-r--r--");
  }

  static void set(Path file, String mode) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
  }

  /** Creates what is missing of a path; everybody may enter what was created. */
  static void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      createFolders(parent);
    }
    Files.createDirectories(folder);
    readableByAll(folder, true);
  }

  static void giveTo(Path file, RunAs user) throws IOException {
    if (user.changesOwner()) {
      Files.setAttribute(file, "unix:uid", user.uid());
      Files.setAttribute(file, "unix:gid", user.uid());
    }
  }

  /** The owner's number, or -1 where files have none. */
  static int owner(Path file) throws IOException {
    return POSIX ? (Integer) Files.getAttribute(file, "unix:uid") : -1;
  }

  /** Copies a folder; each copy belongs to {@code user} and nobody else may read it. */
  static void copyPrivately(Path from, Path to, RunAs user) throws IOException {
    copy(from, to, user, "rwx------", "rw-------");
  }

  /** Copies a folder; each copy belongs to this process, and everybody may read it. */
  static void copyReadable(Path from, Path to) throws IOException {
    copy(from, to, RunAs.SELF, "rwxr-xr-x", "rw-r--r--");
  }

  private static void copy(Path from, Path to, RunAs user, String folderMode, String fileMode)
      throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        Path copy = to.resolve(from.relativize(folder).toString());
        Files.createDirectories(copy);
        set(copy, folderMode);
        giveTo(copy, user);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.copy(file, copy);
        set(copy, fileMode);
        giveTo(copy, user);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /** Deletes a folder; what another process deletes first is no error. */
  static void deleteTree(Path folder) throws IOException {
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
          return FileVisitResult.CONTINUE;
        }
        throw failure;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
        Files.deleteIfExists(each);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
