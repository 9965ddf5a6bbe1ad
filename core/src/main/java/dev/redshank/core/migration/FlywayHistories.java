package dev.redshank.core.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells apart the databases whose Flyway scripts lie in one tree. A location is the outermost folder that
 * itself holds scripts. Locations are one history, as Flyway merges those it is given, unless two of them hold
 * the same version: those are histories of databases of their own, and any other location in the same folder belongs to the
 * one whose name it shares most of.
 */
final class FlywayHistories {
  private final Map<Path, List<Path>> byLocation = new LinkedHashMap<>();
  private final Set<Path> folders = new HashSet<>();

  private final FlywayNaming naming;

  private FlywayHistories(FlywayNaming naming) {
    this.naming = naming;
  }

  static FlywayHistories of(List<Path> files, FlywayNaming naming) {
    FlywayHistories histories = new FlywayHistories(naming);
    for (Path file : files) {
      histories.folders.add(folderOf(file));
    }
    for (Path file : files) {
      Path location = histories.locationOf(folderOf(file));
      histories
          .byLocation
          .computeIfAbsent(location, folder -> new ArrayList<>())
          .add(file);
    }
    return histories;
  }

  /** The folder that holds a file. */
  private static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath();
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }

  private Path locationOf(Path folder) {
    Path location = folder;
    for (Path at = folder.getParent(); at != null; at = at.getParent()) {
      if (folders.contains(at)) {
        location = at;
      }
    }
    return location;
  }

  /** Whether scripts lie in this very folder. */
  boolean isBeside(Path file) {
    return folders.contains(folderOf(file));
  }

  /** The scripts of each history. */
  List<List<Path>> files() {
    if (byLocation.size() > 1 && sharesVersions()) {
      return apart();
    }
    List<Path> all = byLocation.values().stream().flatMap(List::stream).toList();
    return all.isEmpty() ? List.of() : List.of(all);
  }

  private boolean sharesVersions() {
    Set<FlywayVersion> before = new HashSet<>();
    for (List<Path> files : byLocation.values()) {
      Set<FlywayVersion> own = versions(files);
      if (own.stream().anyMatch(before::contains)) {
        return true;
      }
      before.addAll(own);
    }
    return false;
  }

  private List<List<Path>> apart() {
    List<History> histories = new ArrayList<>();
    byLocation.forEach((location, files) -> histories.stream()
        .filter(history -> takes(history, location, files))
        .max(Comparator.comparingInt(history -> common(history.location(), location)))
        .ifPresentOrElse(
            history -> history.files().addAll(files),
            () -> histories.add(new History(location, new ArrayList<>(files)))));
    return histories.stream().map(History::files).toList();
  }

  /** How many characters two names begin with alike. */
  private static int common(Path one, Path other) {
    String name = one.toString();
    String second = other.toString();
    int i = 0;
    while (i < Math.min(name.length(), second.length()) && name.charAt(i) == second.charAt(i)) {
      i++;
    }
    return i;
  }

  /**
   * The scripts of one database so far.
   *
   * @param location where the first of them lie
   */
  private record History(Path location, List<Path> files) {}

  /** Whether a location is the neighbour of a history and brings versions of its own. */
  private boolean takes(History history, Path location, List<Path> scripts) {
    Set<FlywayVersion> own = versions(history.files());
    return Objects.equals(history.location().getParent(), location.getParent())
        && versions(scripts).stream().noneMatch(own::contains);
  }

  private Set<FlywayVersion> versions(List<Path> files) {
    Set<FlywayVersion> versions = new HashSet<>();
    for (Path file : files) {
      FlywayName.parse(file.getFileName().toString(), naming)
          .filter(name -> name.kind() == FlywayName.Kind.VERSIONED)
          .flatMap(name -> FlywayVersion.parse(name.version()))
          .ifPresent(versions::add);
    }
    return versions;
  }
}
