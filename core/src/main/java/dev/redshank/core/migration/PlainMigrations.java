package dev.redshank.core.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Scripts of no particular tool, in natural order of their names. {@code x.down.sql}, {@code
 * x_down.sql}, {@code down.sql} and whatever lies in a folder {@code down} take something back.
 */
final class PlainMigrations implements MigrationSource {
  private final List<Path> files;
  private final Roots root;

  PlainMigrations(List<Path> files, Roots root) {
    this.files = files;
    this.root = root;
  }

  @Override
  public MigrationSet find() {
    List<MigrationFile> ups = new ArrayList<>();
    Map<String, List<MigrationFile>> downs = new HashMap<>();
    List<MigrationFile> lonely = new ArrayList<>();
    for (Path file : sorted()) {
      MigrationFile migration = migration(file, root.nameOf(file));
      if (migration.direction() == Direction.UP) {
        ups.add(migration);
      } else {
        downs.computeIfAbsent(stem(migration.path()), name -> new ArrayList<>()).add(migration);
      }
    }
    List<MigrationFile> ordered = new ArrayList<>();
    for (MigrationFile up : ups) {
      ordered.add(up);
      ordered.addAll(downs.getOrDefault(stem(up.path()), List.of()));
      downs.remove(stem(up.path()));
    }
    downs.values().forEach(lonely::addAll);
    lonely.sort((one, other) -> NaturalOrder.NAMES.compare(one.path(), other.path()));
    ordered.addAll(lonely);
    return new MigrationSet(ordered, List.of());
  }

  private List<Path> sorted() {
    return files.stream()
        .sorted((one, other) -> NaturalOrder.NAMES.compare(root.nameOf(one), root.nameOf(other)))
        .toList();
  }

  /** A script by its name alone. */
  static MigrationFile migration(Path file, String path) {
    String name = lastOf(path);
    boolean down = isDown(path);
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

  /** A file's own name; of {@code up.sql} and {@code down.sql} the name of their folder. */
  private static String version(String path) {
    String name = lastOf(path);
    String lower = name.toLowerCase(Locale.ROOT);
    int folder = path.length() - name.length() - 1;
    if ((lower.equals("up.sql") || lower.equals("down.sql")) && folder > 0) {
      return lastOf(path.substring(0, folder));
    }
    return name;
  }

  /** What an up and its down have in common: for golang-migrate the number, the words may differ. */
  private static String stem(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String number = isOneMessage(path) ? number(lastOf(lower)) : "";
    if (!number.isEmpty()) {
      return lower.substring(0, lower.length() - lastOf(lower).length()) + number;
    }
    for (String end :
        List.of(".up.sql", ".down.sql", "_up.sql", "_down.sql", "/up.sql", "/down.sql", ".sql")) {
      if (lower.endsWith(end)) {
        String stem = lower.substring(0, lower.length() - end.length());
        return stem.replace("/down/", "/").replace("/up/", "/");
      }
    }
    return lower;
  }

  /** The digits before the first underscore; empty where there is anything else. */
  private static String number(String name) {
    String number = name.substring(0, Math.max(0, name.indexOf('_')));
    return number.chars().allMatch(Character::isDigit) ? number : "";
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
