package dev.redshank.core.migration;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The folder that results name files relative to. */
public final class Roots {
  /** The name of a project's configuration. */
  public static final String CONFIGURATION = "redshank.yml";

  private static final List<String> OTHER_NAMES = List.of("redshank.yaml", ".redshank.yml");
  private static final String REPOSITORY = ".git";

  private final Path root;
  private final boolean configured;
  private final Optional<Path> misnamed;

  private Roots(Path root, boolean configured, Optional<Path> misnamed) {
    this.root = root;
    this.configured = configured;
    this.misnamed = misnamed;
  }

  /**
   * The nearest folder upwards with redshank.yml, but not above the repository; else the repository, else
   * {@code directory}.
   */
  public static Roots of(Path directory) {
    Optional<Path> misnamed = Optional.empty();
    for (Path at = directory; at != null; at = at.getParent()) {
      // A link that leads nowhere is meant to be the configuration too.
      if (Files.exists(at.resolve(CONFIGURATION), LinkOption.NOFOLLOW_LINKS)) {
        return new Roots(at, true, Optional.empty());
      }
      Path folder = at;
      misnamed = misnamed.or(() -> misnamedIn(folder));
      if (Files.exists(at.resolve(REPOSITORY))) {
        return new Roots(at, false, misnamed);
      }
    }
    return new Roots(directory, false, misnamed);
  }

  private static Optional<Path> misnamedIn(Path folder) {
    return OTHER_NAMES.stream().map(folder::resolve).filter(Files::exists).findFirst();
  }

  /** The folder. */
  public Path folder() {
    return root;
  }

  /** The configuration that lies in it. */
  public Optional<Path> configuration() {
    return configured ? Optional.of(root.resolve(CONFIGURATION)) : Optional.empty();
  }

  /** What looks like the configuration of a project that has none, but has another name. */
  public Optional<Path> misnamedConfiguration() {
    return misnamed;
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
