package dev.redshank.sandbox.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A copy of a running server's files from which a standby starts. The published binaries come
 * without {@code pg_basebackup}, so it is made as the manual's <a
 * href="https://www.postgresql.org/docs/current/continuous-archiving.html">low level API</a> says.
 */
final class BaseBackup {
  /** What is in these folders belongs to the running server and is made anew. */
  private static final Set<String> EMPTIED = Set.of(
      "pg_wal",
      "pg_replslot",
      "pg_dynshmem",
      "pg_notify",
      "pg_serial",
      "pg_snapshots",
      "pg_stat_tmp",
      "pg_subtrans",
      "pgsql_tmp");

  private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

  private final Path from;
  private final Path to;
  private final RunAs user;

  private BaseBackup(Path from, Path to, RunAs user) {
    this.from = from;
    this.to = to;
    this.user = user;
  }

  /** Copies the files of a server for a standby. */
  static void copy(PostgresServer server, Path to, RunAs user) throws IOException, SQLException {
    BaseBackup backup = new BaseBackup(server.data(), to, user);
    boolean old = !server.version().atLeast(15);
    try (Connection connection = server.connect();
        Statement session = connection.createStatement()) {
      session.execute(
          old
              ? "SELECT pg_start_backup('standby', true, false)"
              : "SELECT pg_backup_start('standby', true)");
      backup.copyFiles();
      String stop = old ? "pg_stop_backup(false, false)" : "pg_backup_stop(false)";
      try (ResultSet row = session.executeQuery("SELECT labelfile, spcmapfile FROM " + stop)) {
        row.next();
        backup.write("backup_label", row.getString(1));
        if (!row.getString(2).isEmpty()) {
          backup.write("tablespace_map", row.getString(2));
        }
      }
    }
    backup.write("standby.signal", "");
  }

  private void copyFiles() throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        Path copy = to.resolve(from.relativize(folder).toString());
        Files.createDirectories(copy);
        Permissions.set(copy, "rwx------");
        Permissions.giveTo(copy, user);
        return EMPTIED.contains(String.valueOf(folder.getFileName()))
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (!LEFT_OUT.contains(String.valueOf(file.getFileName()))) {
          copyFile(file);
        }
        return FileVisitResult.CONTINUE;
      }

      /** What the server deletes meanwhile is told to the standby by the log. */
      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
          return FileVisitResult.CONTINUE;
        }
        throw failure;
      }
    });
  }

  private void copyFile(Path file) throws IOException {
    Path copy = to.resolve(from.relativize(file).toString());
    try {
      Files.copy(file, copy);
    } catch (NoSuchFileException deletedMeanwhile) {
      return;
    }
    own(copy);
  }

  private void write(String name, String content) throws IOException {
    own(Files.writeString(to.resolve(name), content));
  }

  private void own(Path file) throws IOException {
    Permissions.set(file, "rw-------");
    Permissions.giveTo(file, user);
  }
}
