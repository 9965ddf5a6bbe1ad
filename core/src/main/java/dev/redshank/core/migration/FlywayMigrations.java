package dev.redshank.core.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Flyway's scripts in Flyway's order: versions ascending, repeatable ones last by description. An undo
 * script stands behind the version that it takes back. Names that are no migration's, such as
 * callbacks, are left out.
 */
final class FlywayMigrations implements MigrationSource {
  private final List<Path> files;
  private final Roots root;
  private final FlywayNaming naming;
  private final FlywaySettings settings;

  FlywayMigrations(List<Path> files, Roots root, FlywayNaming naming) {
    this.files = files;
    this.root = root;
    this.naming = naming;
    this.settings = new FlywaySettings(root);
  }

  @Override
  public MigrationSet find() {
    Map<FlywayVersion, List<MigrationFile>> versioned = new TreeMap<>();
    List<MigrationFile> repeatable = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      FlywayName.parse(file.getFileName().toString(), naming).ifPresent(name -> {
        MigrationFile migration = migration(file, name);
        Optional<FlywayVersion> version = FlywayVersion.parse(name.version());
        version.ifPresentOrElse(
            known -> versioned.computeIfAbsent(known, v -> new ArrayList<>()).add(migration),
            () -> repeatable.add(migration));
      });
    }
    List<MigrationFile> ordered = new ArrayList<>();
    for (List<MigrationFile> sameVersion : versioned.values()) {
      sameVersion.sort(
          Comparator.comparing(FlywayMigrations::rank).thenComparing(MigrationFile::path));
      problems.addAll(duplicates(sameVersion));
      ordered.addAll(sameVersion);
    }
    repeatable.sort(
        Comparator.comparing(MigrationFile::description).thenComparing(MigrationFile::path));
    ordered.addAll(repeatable);
    return new MigrationSet(ordered, problems);
  }

  /** A version's own script before what takes it back. */
  private static int rank(MigrationFile file) {
    return switch (file.direction()) {
      case UP -> 0;
      case DOWN -> 1;
      case BASELINE -> 2;
    };
  }

  /** Flyway refuses two scripts of one version and kind. */
  private static List<Problem> duplicates(List<MigrationFile> sameVersion) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 1; i < sameVersion.size(); i++) {
      MigrationFile before = sameVersion.get(i - 1);
      MigrationFile file = sameVersion.get(i);
      if (before.direction() == file.direction()) {
        String message =
            "has the same version as %s, which Flyway refuses. Give one of them another version."
                .formatted(before.path());
        problems.add(new Problem(file.path(), Optional.empty(), message));
      }
    }
    return problems;
  }

  private MigrationFile migration(Path file, FlywayName name) {
    boolean repeatable = name.kind() == FlywayName.Kind.REPEATABLE;
    String version = repeatable ? name.description() : name.version();
    return new MigrationFile(
        file,
        root.nameOf(file),
        version,
        name.description(),
        direction(name.kind()),
        Tool.FLYWAY,
        settings.transactions(file),
        repeatable,
        name.kind() == FlywayName.Kind.UNDO ? Optional.of(version) : Optional.empty());
  }

  private static Direction direction(FlywayName.Kind kind) {
    return switch (kind) {
      case UNDO -> Direction.DOWN;
      case BASELINE -> Direction.BASELINE;
      case VERSIONED, REPEATABLE -> Direction.UP;
    };
  }
}
