package dev.redshank.core.change;

import dev.redshank.core.change.ChangedFile.Kind;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Roots;
import dev.redshank.core.migration.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What changed among the migrations of a project. */
public final class ChangedMigrations {
  private final GitChanges changes;
  private final Roots root;
  private final Predicate<String> isPlace;
  private final Predicate<String> isDown;
  private final FlywayNaming naming;
  private final Map<Path, MigrationFile> byFile = new HashMap<>();
  private final Map<Path, Path> realFolders = new HashMap<>();
  private final Set<Path> flywayFolders = new HashSet<>();
  private final Set<String> reviewed = new HashSet<>();
  private final Map<String, byte[]> staged = new HashMap<>();
  private final List<AppliedChange> applied = new ArrayList<>();

  private ChangedMigrations(
      GitChanges changes,
      Roots root,
      Predicate<String> isPlace,
      Predicate<String> isDown,
      FlywayNaming naming) {
    this.changes = changes;
    this.root = root;
    this.isPlace = isPlace;
    this.isDown = isDown;
    this.naming = naming;
  }

  /**
   * Compares what git says with the migrations that were found.
   *
   * @param isPlace whether migrations are looked for at a path, also at one that is gone
   * @param isDown whether the project says that a path takes a migration back
   * @param naming how Flyway's scripts are named
   */
  public static ChangedMigrations of(
      GitChanges changes,
      MigrationSet migrations,
      Roots root,
      Predicate<String> isPlace,
      Predicate<String> isDown,
      FlywayNaming naming)
      throws GitRefusal {
    ChangedMigrations changed = new ChangedMigrations(changes, root, isPlace, isDown, naming);
    for (MigrationFile file : migrations.migrations()) {
      Path real = changed.real(file.file());
      changed.byFile.put(real, file);
      if (file.tool() == Tool.FLYWAY && real.getParent() != null) {
        changed.flywayFolders.add(real.getParent());
      }
    }
    for (ChangedFile file : changes.files()) {
      changed.add(file);
    }
    changed.applied.sort(Comparator.comparing(AppliedChange::path));
    return changed;
  }

  /** The paths of the migrations that are new or changed, as results name them. */
  public Set<String> reviewed() {
    return Set.copyOf(reviewed);
  }

  /** The migrations that ran and are no longer what ran, by path. */
  public List<AppliedChange> applied() {
    return List.copyOf(applied);
  }

  /** What the next commit holds of the migrations that it changes, by path. */
  public Map<String, byte[]> staged() {
    return Map.copyOf(staged);
  }

  private void add(ChangedFile file) throws GitRefusal {
    if (file.kind() == Kind.DELETED) {
      addDeleted(file);
      return;
    }
    MigrationFile migration = byFile.get(changes.top().resolve(file.path()));
    if (migration == null) {
      requireOnDisk(file);
      return;
    }
    boolean moved = !file.path().equals(file.before());
    boolean wasApplied = file.kind() != Kind.ADDED && isApplied(file.before());
    boolean known = file.kind() == Kind.MOVED && isMigration(file.before());
    if (!known) {
      reviewed.add(migration.path());
    }
    changes.toCommit(file.path()).ifPresent(bytes -> staged.put(migration.path(), bytes));
    if (wasApplied && moved && !identity(file.path()).equals(identity(file.before()))) {
      applied(
          migration.path(), nameOf(file.before()), AppliedChange.Kind.RENAMED, Optional.empty());
    } else if (wasApplied && file.kind() == Kind.MODIFIED) {
      Optional<String> text = changes.before(file).map(GitChanges::text);
      applied(migration.path(), nameOf(file.before()), AppliedChange.Kind.EDITED, text);
    }
  }

  /** Also one that still lies on disk, but not in the next commit. */
  private void addDeleted(ChangedFile file) {
    if (isApplied(file.path())) {
      String name = nameOf(file.path());
      applied(name, name, AppliedChange.Kind.DELETED, Optional.empty());
    }
  }

  /** What will be committed is read in its place among the others, so it has to lie there. */
  private void requireOnDisk(ChangedFile file) throws GitRefusal {
    Path place = changes.top().resolve(file.path());
    boolean gone = changes.isStaged() && !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    if (gone && isMigration(file.path())) {
      throw new GitRefusal(
          "%s is staged, but gone from its folder. Bring it back with 'git restore', or keep it out with 'git restore --staged'."
              .formatted(nameOf(file.path())));
    }
  }

  private void applied(String path, String before, AppliedChange.Kind kind, Optional<String> text) {
    applied.add(new AppliedChange(path, before, kind, text, changes.reference()));
  }

  /** Whether a path of the reference is a migration that runs once and in one direction. */
  private boolean isApplied(String path) {
    if (!isMigration(path)) {
      return false;
    }
    String name = nameOf(path);
    MigrationFile migration = MigrationFinder.named(name, naming);
    return !migration.repeatable() && migration.direction() != Direction.DOWN && !isDown.test(name);
  }

  /** Beside Flyway's scripts, what has no name of that kind is a callback. */
  private boolean isMigration(String path) {
    String name = nameOf(path);
    boolean flyway = MigrationFinder.named(name, naming).tool() == Tool.FLYWAY;
    boolean sql = name.regionMatches(true, name.length() - 4, ".sql", 0, 4);
    if (!(sql || flyway) || !isPlace.test(name)) {
      return false;
    }
    return flyway || !flywayFolders.contains(changes.top().resolve(path).getParent());
  }

  /** What databases know a migration by; moved to another folder, most are what they were. */
  private String identity(String path) {
    MigrationFile migration = MigrationFinder.named(nameOf(path), naming);
    return migration.tool() == Tool.FLYWAY
        ? path.substring(path.lastIndexOf('/') + 1)
        : migration.version();
  }

  private String nameOf(String path) {
    Path real = changes.top().resolve(path);
    Path folder = realFolder(root.folder());
    return real.startsWith(folder)
        ? folder.relativize(real).toString().replace(real.getFileSystem().getSeparator(), "/")
        : root.nameOf(real);
  }

  /** The file's path without links in its folders, as git names it; the file itself may be one. */
  private Path real(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return folder == null ? absolute : realFolder(folder).resolve(absolute.getFileName());
  }

  private Path realFolder(Path folder) {
    return realFolders.computeIfAbsent(folder, one -> {
      try {
        return one.toRealPath();
      } catch (IOException gone) {
        return one;
      }
    });
  }
}
