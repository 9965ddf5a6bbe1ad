package dev.redshank.core.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The folder that results name files relative to. */
final class Roots {
  private final Path root;

  private Roots(Path root) {
    this.root = root;
  }

  /** The nearest folder upwards with redshank.yml, else the nearest repository, else {@code directory}. */
  static Roots of(Path directory) {
    for (String mark : new String[] {"redshank.yml", ".git"}) {
      for (Path at = directory; at != null; at = at.getParent()) {
        if (Files.exists(at.resolve(mark))) {
          return new Roots(at);
        }
      }
    }
    return new Roots(directory);
  }

  /** The file's name in results, with {@code /}; one outside the root keeps its whole path. */
  String nameOf(Path file) {
    Path normal = file.toAbsolutePath().normalize();
    Path shown = normal.startsWith(root) ? root.relativize(normal) : normal;
    return shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
  }

  /** The folders from {@code folder} up to the root; only itself where it lies outside. */
  List<Path> upFrom(Path folder) {
    List<Path> folders = new ArrayList<>();
    folders.add(folder);
    for (Path at = folder; at.startsWith(root) && !at.equals(root); ) {
      at = Objects.requireNonNull(at.getParent());
      folders.add(at);
    }
    return folders;
  }
}
