package dev.redshank.core.migration;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds migrations in files, folders and globs, and sees from their names which tool they belong to: Flyway's
 * where any has a name of its kind, plain scripts otherwise.
 */
public final class MigrationFinder {
  private static final int MOST_LEVELS = 64;

  private final Path directory;
  private final Roots root;
  private final Kinds kinds;
  private final Set<Path> named = new LinkedHashSet<>();
  private final Set<Path> found = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private MigrationFinder(Path directory, Kinds kinds) {
    this.directory = directory;
    this.root = Roots.of(directory);
    this.kinds = kinds;
  }

  /**
   * What a project says about paths whose names do not tell; both are asked about paths as results write them.
   *
   * @param excluded what is no migration, even where it is named; empty where that is nothing
   * @param down what takes a migration back
   * @param naming how Flyway's scripts are named
   */
  public record Kinds(
      Optional<Predicate<String>> excluded, Predicate<String> down, FlywayNaming naming) {
    /** Names tell everything. */
    public static final Kinds BY_NAME =
        new Kinds(Optional.empty(), path -> false, FlywayNaming.DEFAULT);
  }

  /**
   * Finds the migrations that {@code paths} name, in run order.
   *
   * @param paths files, folders (with everything in them) or globs such as {@code db/V2*.sql}
   * @param directory what relative paths are relative to
   */
  public static MigrationSet find(List<String> paths, Path directory) {
    return find(paths, directory, Kinds.BY_NAME);
  }

  /** Finds the migrations that {@code paths} name, by what a project says about them. */
  public static MigrationSet find(List<String> paths, Path directory, Kinds kinds) {
    MigrationFinder finder = new MigrationFinder(directory.toAbsolutePath().normalize(), kinds);
    paths.forEach(finder::add);
    return finder.set();
  }

  /**
   * The migrations among names of what is no file on disk, in run order.
   *
   * @param names as results write them, with {@code /}
   */
  public static MigrationSet given(Collection<String> names, Kinds kinds) {
    MigrationFinder finder = new MigrationFinder(Path.of("").toAbsolutePath(), kinds);
    names.forEach(name -> finder.found.add(Path.of(name)));
    Map<Path, String> written = new HashMap<>();
    names.forEach(name -> written.put(Path.of(name), name));
    return finder.set().map(file -> renamed(file, written.getOrDefault(file.file(), file.path())));
  }

  /** A migration that is no file on disk, such as standard input, by a name that somebody gave it. */
  public static MigrationFile named(String name) {
    return named(name, FlywayNaming.DEFAULT);
  }

  /** The same where Flyway's scripts are named in a way of their own. */
  public static MigrationFile named(String name, FlywayNaming naming) {
    String path = name.replace('\\', '/');
    Path file = Path.of(path);
    Roots nowhere = Roots.of(Path.of("").toAbsolutePath());
    return new FlywayMigrations(List.of(file), nowhere, naming)
        .find().migrations().stream()
            .findFirst()
            .map(found -> renamed(found, path))
            .orElseGet(() -> PlainMigrations.migration(file, path));
  }

  private static MigrationFile renamed(MigrationFile file, String path) {
    return new MigrationFile(
        file.file(),
        path,
        file.version(),
        file.description(),
        file.direction(),
        file.tool(),
        file.transactions(),
        file.repeatable(),
        file.undoes());
  }

  private void add(String text) {
    try {
      Path path = directory.resolve(text).normalize();
      if (Files.isDirectory(path)) {
        folder(path, text);
      } else if (Files.exists(path) || Files.isSymbolicLink(path)) {
        named.add(path);
      } else if (isGlob(text)) {
        glob(text);
      } else {
        problem(
            text, "there is no such file or folder. Check the spelling and the working directory.");
      }
    } catch (InvalidPathException invalid) {
      problem(text, "is not a path on this system: " + invalid.getReason() + ".");
    }
  }

  /**
   * Whether a search of {@code paths} looks at a place.
   *
   * @param file the place, which need not exist
   */
  public static boolean looksAt(List<String> paths, Path directory, Path file) {
    Path place = file.toAbsolutePath().normalize();
    for (String text : paths) {
      Path named = directory.toAbsolutePath().resolve(isGlob(text) ? "" : text).normalize();
      boolean matches = isGlob(text)
          ? matcher(text, directory.toAbsolutePath().normalize()).matches(place)
          : place.startsWith(named);
      if (matches) {
        return true;
      }
    }
    return false;
  }

  private void folder(Path folder, String text) {
    int before = found.size();
    walk(folder, this::isSql);
    if (found.size() == before) {
      problem(text, "holds no migrations: no file in it ends in .sql.");
    }
  }

  private static boolean isGlob(String text) {
    return text.indexOf('*') >= 0
        || text.indexOf('?') >= 0
        || text.indexOf('{') >= 0
        || text.indexOf('[') >= 0;
  }

  private void glob(String text) {
    PathMatcher matcher;
    try {
      matcher = matcher(text, directory);
    } catch (IllegalArgumentException broken) {
      problem(text, "is not a glob that can be read: " + broken.getMessage());
      return;
    }
    int before = found.size();
    walk(beginOf(text), matcher::matches);
    if (found.size() == before) {
      problem(text, "matches no file.");
    }
  }

  private static PathMatcher matcher(String glob, Path directory) {
    String slashed = directory.toString().replace('\\', '/') + "/" + glob;
    return FileSystems.getDefault()
        .getPathMatcher("glob:" + (glob.startsWith("/") ? glob : slashed));
  }

  /** The folder before the first part with a wildcard. */
  private Path beginOf(String glob) {
    Path begin = directory;
    if (glob.startsWith("/")) {
      begin = Path.of("/");
    }
    for (String part : glob.split("/")) {
      if (isGlob(part)) {
        return begin;
      }
      begin = begin.resolve(part);
    }
    return begin;
  }

  /** Whether a file is one of those looked for. */
  private interface Wanted {
    boolean test(Path file);
  }

  private void walk(Path folder, Wanted wanted) {
    EnumSet<FileVisitOption> links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
    try {
      Files.walkFileTree(folder, links, MOST_LEVELS, new Walk(folder, wanted));
    } catch (IOException unreadable) {
      problem(root.nameOf(folder), "cannot be walked. Check that you may read it.");
    }
  }

  /** Goes through folders, but not hidden ones; a loop of links is passed over. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path start;
    private final Wanted wanted;

    Walk(Path start, Wanted wanted) {
      this.start = start;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden =
          folder.getFileName() != null && folder.getFileName().toString().startsWith(".");
      boolean skip = hidden && !folder.equals(start);
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (wanted.test(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) {
      if (wanted.test(file)) {
        found.add(file);
      } else if (!(error instanceof java.nio.file.FileSystemLoopException)) {
        problem(root.nameOf(file), "cannot be read. Check that you may read it.");
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private boolean isSql(Path path) {
    String name = path.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".sql") || isFlyway(path);
  }

  private void problem(String path, String message) {
    problems.add(new Problem(path, Optional.empty(), message));
  }

  private MigrationSet set() {
    List<Path> flyway = new ArrayList<>();
    List<Path> plain = new ArrayList<>();
    Set<Path> all = new LinkedHashSet<>(named);
    all.addAll(found);
    kinds.excluded().ifPresent(excluded -> all.removeIf(file -> excluded.test(root.nameOf(file))));
    for (Path file : all) {
      (isFlyway(file) ? flyway : plain).add(file);
    }
    FlywayHistories histories = FlywayHistories.of(flyway, kinds.naming());
    // Beside Flyway's scripts a file of another name is a callback or no migration, unless it was
    // named.
    plain.removeIf(file -> !named.contains(file) && histories.isBeside(file));
    List<MigrationFile> migrations = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    for (List<Path> files : histories.files()) {
      MigrationSet one = new FlywayMigrations(files, root, kinds.naming()).find();
      starts.add(migrations.size());
      migrations.addAll(one.migrations());
      problems.addAll(one.problems());
    }
    starts.add(migrations.size());
    migrations.addAll(new PlainMigrations(plain, root, kinds.down()).find().migrations());
    return new MigrationSet(migrations, problems, starts);
  }

  private boolean isFlyway(Path file) {
    return FlywayName.parse(file.getFileName().toString(), kinds.naming()).isPresent();
  }
}
