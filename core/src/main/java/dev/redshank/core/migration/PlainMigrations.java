package dev.redshank.core.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Scripts of no particular tool, in natural order of their names. {@code x.down.sql}, {@code
 * x_down.sql}, {@code down.sql} and whatever lies in a folder {@code down} take something back.
 */
final class PlainMigrations implements MigrationSource {
  /** No path begins so. */
  private static final String BY_NAME = "\0";

  /** Diesel's names, and Prisma's. */
  private static final Set<String> NAMED_BY_FOLDER = Set.of("up.sql", "down.sql", "migration.sql");

  private final List<Path> files;
  private final Roots root;
  private final Predicate<String> down;

  /**
   * @param down which scripts take something back although their names do not say so
   */
  PlainMigrations(List<Path> files, Roots root, Predicate<String> down) {
    this.files = files;
    this.root = root;
    this.down = down;
  }

  @Override
  public MigrationSet find() {
    List<MigrationFile> all =
        sorted().stream().map(file -> migration(file, root.nameOf(file), down)).toList();
    List<MigrationFile> ups =
        all.stream().filter(file -> file.direction() == Direction.UP).toList();
    Map<String, String> pairs = new HashMap<>();
    ups.forEach(up -> pairs.putIfAbsent(numbered(up.path()), stem(up.path())));
    ups.forEach(up -> pairs.put(stem(up.path()), stem(up.path())));
    ups.forEach(up -> pairs.putIfAbsent(BY_NAME + lastOf(stem(up.path())), stem(up.path())));
    Map<String, List<MigrationFile>> downs = new LinkedHashMap<>();
    all.stream()
        .filter(file -> file.direction() != Direction.UP)
        .forEach(file -> downs
            .computeIfAbsent(pairOf(file.path(), pairs), unused -> new ArrayList<>())
            .add(file));
    List<MigrationFile> ordered = new ArrayList<>();
    for (MigrationFile up : ups) {
      ordered.add(up);
      List<MigrationFile> own = downs.remove(stem(up.path()));
      ordered.addAll(own == null ? List.of() : own);
    }
    downs.values().forEach(ordered::addAll);
    return new MigrationSet(ordered, List.of());
  }

  /** The stem of the up that a down belongs to; its own where there is none. */
  private String pairOf(String path, Map<String, String> pairs) {
    String name = stem(path);
    String pair = pairs.getOrDefault(name, pairs.getOrDefault(numbered(path), name));
    // A folder that only the project calls one of downs pairs its scripts by their own names.
    boolean byName = !pairs.containsKey(pair) && down.test(path);
    return byName ? pairs.getOrDefault(BY_NAME + lastOf(name), name) : pair;
  }

  private List<Path> sorted() {
    return files.stream()
        .sorted((one, other) -> NaturalOrder.NAMES.compare(root.nameOf(one), root.nameOf(other)))
        .toList();
  }

  /** A script by its name alone. */
  static MigrationFile migration(Path file, String path) {
    return migration(file, path, other -> false);
  }

  private static MigrationFile migration(Path file, String path, Predicate<String> isDownToo) {
    String name = lastOf(path);
    boolean down = isDown(path) || isDownToo.test(path);
    return new MigrationFile(
        file,
        path,
        version(path),
        "",
        down ? Direction.DOWN : Direction.UP,
        Tool.PLAIN,
        isOneMessage(name) ? TransactionMode.SIMPLE_QUERY : TransactionMode.AUTOCOMMIT,
        false,
        down ? Optional.of(stem(path)) : Optional.empty());
  }

  /** golang-migrate, whose names these are, sends a file as one message. */
  private static boolean isOneMessage(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".up.sql") || lower.endsWith(".down.sql");
  }

  private static boolean isDown(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = lastOf(lower);
    return name.endsWith(".down.sql")
        || name.endsWith("_down.sql")
        || name.equals("down.sql")
        || lower.startsWith("down/")
        || lower.contains("/down/");
  }

  /** A file's own name; of those that are called the same in every folder the name of the folder. */
  private static String version(String path) {
    String name = lastOf(path);
    String lower = name.toLowerCase(Locale.ROOT);
    int folder = path.length() - name.length() - 1;
    if (NAMED_BY_FOLDER.contains(lower) && folder > 0) {
      return lastOf(path.substring(0, folder));
    }
    return name;
  }

  /** What an up and its down have in common. */
  private static String stem(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (String end : List.of(
        ".up.sql",
        ".down.sql",
        "_up.sql",
        "_down.sql",
        "/up.sql",
        "/down.sql",
        "/migration.sql",
        ".sql")) {
      if (lower.endsWith(end)) {
        String stem = lower.substring(0, lower.length() - end.length());
        return stem.replace("/down/", "/").replace("/up/", "/");
      }
    }
    return lower;
  }

  /** For golang-migrate the number makes a pair; the words behind it may differ between up and down. */
  private static String numbered(String path) {
    String name = lastOf(path);
    String number = name.substring(0, Math.max(0, name.indexOf('_')));
    boolean pairs =
        isOneMessage(name) && !number.isEmpty() && number.chars().allMatch(Character::isDigit);
    return pairs ? path.substring(0, path.length() - name.length()) + number : stem(path);
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
