package dev.redshank.core.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The folder that results name files relative to. */
public final class Roots {
  /** The name of a project's configuration. */
  public static final String CONFIGURATION = "redshank.yml";

  private static final String REPOSITORY = ".git";

  private final Path root;
  private final boolean configured;

  private Roots(Path root, boolean configured) {
    this.root = root;
    this.configured = configured;
  }

  /**
   * The nearest folder upwards with redshank.yml, but not above the repository; else the repository, else
   * {@code directory}.
   */
  public static Roots of(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(CONFIGURATION))) {
        return new Roots(at, true);
      }
      if (Files.exists(at.resolve(REPOSITORY))) {
        return new Roots(at, false);
      }
    }
    return new Roots(directory, false);
  }

  /** The folder. */
  public Path folder() {
    return root;
  }

  /** The configuration that lies in it. */
  public Optional<Path> configuration() {
    return configured ? Optional.of(root.resolve(CONFIGURATION)) : Optional.empty();
  }

  /** The file's name in results, with {@code /}; one outside the root keeps its whole path. */
  public String nameOf(Path file) {
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
