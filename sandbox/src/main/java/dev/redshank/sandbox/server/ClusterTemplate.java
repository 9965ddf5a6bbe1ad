package dev.redshank.sandbox.server;

import java.nio.file.Path;
import java.util.List;

/** A fresh cluster as {@code initdb} leaves it, kept in the cache: copying it takes a tenth. */
final class ClusterTemplate {
  private ClusterTemplate() {}

  static Path of(Installation installation, Programs programs, CacheFolder cache) {
    return cache.once("cluster-" + installation.key(), folder -> {
      try (RunFolder work = RunFolder.create()) {
        // initdb wants to create or own its folder, as the unprivileged user.
        Path cluster = java.nio.file.Files.createDirectory(work.data());
        Permissions.set(cluster, "rwx------");
        Permissions.giveTo(cluster, programs.user());
        programs.run("initdb", arguments(cluster), work.path());
        Permissions.copyReadable(cluster, folder);
      }
    });
  }

  private static List<String> arguments(Path cluster) {
    return List.of(
        "-D",
        cluster.toString(),
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-locale",
        "--wal-segsize=1",
        "--no-sync",
        "--no-instructions");
  }
}
