package dev.redshank.cli;

import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a project's files tell about its migrations and its server. */
final class ProjectFiles {
  private static final int MOST_LEVELS = 12;
  private static final int MOST_FOLDERS = 20_000;
  private static final int MOST_BYTES = 200_000;
  private static final Set<String> NO_SOURCES =
      Set.of("node_modules", "target", "build", "dist", "out", "vendor", "venv", "bin", "obj");
  private static final Set<String> USUAL_NAMES =
      Set.of("migration", "migrations", "migrate", "changelog", "changelogs");
  private static final Pattern SERVER = Pattern.compile(
      "(?:postgres(?:ql)?|postgis|pgvector|timescaledb[a-z-]*)[:@ ]+(?:pg|latest-pg|v)?([0-9]{2})\\b");
  private static final List<String> TELLING = List.of(
      "docker-compose.yml",
      "docker-compose.yaml",
      "compose.yml",
      "compose.yaml",
      ".tool-versions",
      ".gitlab-ci.yml",
      "pom.xml",
      "build.gradle",
      "build.gradle.kts",
      "Dockerfile");

  private final Path root;
  private final Set<Path> flyway = new TreeSet<>();
  private final Set<Path> plain = new TreeSet<>();

  private ProjectFiles(Path root) {
    this.root = root;
  }

  /**
   * A server's version and the file that names it.
   *
   * @param major such as 16; it may be one that Redshank does not know
   */
  record Server(int major, String file) {}

  /**
   * Folders with migrations.
   *
   * @param tool whose names the files have
   * @param folders relative to the root, with {@code /}
   */
  record Found(Tool tool, List<String> folders) {}

  /** Looks for folders with migrations; links are not followed. */
  static Found migrations(Path root) {
    ProjectFiles project = new ProjectFiles(root);
    project.walk();
    boolean isFlyway = !project.flyway.isEmpty();
    Set<Path> folders = isFlyway ? project.flyway : project.plain;
    List<String> outermost = new ArrayList<>();
    for (Path folder : folders) {
      boolean inside =
          folders.stream().anyMatch(other -> !other.equals(folder) && folder.startsWith(other));
      if (!inside) {
        String name = root.relativize(folder).toString().replace('\\', '/');
        outermost.add(name.isEmpty() ? "." : name);
      }
    }
    return new Found(isFlyway ? Tool.FLYWAY : Tool.PLAIN, outermost);
  }

  private void walk() {
    int[] folders = {0};
    try {
      Files.walkFileTree(
          root,
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          MOST_LEVELS,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              boolean skip = !folder.equals(root)
                  && (name.startsWith(".") || NO_SOURCES.contains(name) || isTest(folder));
              folders[0]++;
              return skip || folders[0] > MOST_FOLDERS
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              look(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException error) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      return;
    }
  }

  private boolean isTest(Path folder) {
    String name = "/" + root.relativize(folder).toString().replace('\\', '/');
    return name.endsWith("/src/test") || name.endsWith("/testdata");
  }

  private void look(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    Path folder = file.getParent();
    if (!name.endsWith(".sql") || folder == null) {
      return;
    }
    if (MigrationFinder.named(String.valueOf(file.getFileName())).tool() == Tool.FLYWAY) {
      flyway.add(folder);
      return;
    }
    for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
      if (USUAL_NAMES.contains(String.valueOf(at.getFileName()).toLowerCase(Locale.ROOT))) {
        plain.add(at);
      }
    }
  }

  /** The version of the server that the project runs or tests with. */
  static Optional<Server> server(Path root) {
    for (Path file : telling(root)) {
      try {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
          continue;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Matcher matcher = SERVER.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.find()) {
          String name = root.relativize(file).toString().replace('\\', '/');
          return Optional.of(new Server(Integer.parseInt(matcher.group(1)), name));
        }
      } catch (IOException unreadable) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static List<Path> telling(Path root) {
    List<Path> files = new ArrayList<>();
    TELLING.forEach(name -> files.add(root.resolve(name)));
    try (Stream<Path> workflows = Files.list(root.resolve(".github/workflows"))) {
      workflows.sorted().forEach(files::add);
    } catch (IOException none) {
      return files;
    }
    return files;
  }
}
