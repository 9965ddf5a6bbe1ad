package dev.redshank.junit;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.ResourceFolder;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Migrations of a project and how they are linted. The project's {@code redshank.yml} counts, where it has one; what is
 * said here wins.
 *
 * <pre>{@code
 * Migrations.classpath("db/migration").onPostgres(16).changedSince("origin/main")
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class Migrations {
  /** Where build tools copy resources to, and where they come from: findings name the files that people edit. */
  private static final Map<String, String> SOURCES = Map.of(
      "target/classes", "src/main/resources",
      "target/test-classes", "src/test/resources",
      "build/resources/main", "src/main/resources",
      "build/resources/test", "src/test/resources");

  private final ProjectLint lint;
  private final Map<String, byte[]> texts;

  private Migrations(ProjectLint lint, Map<String, byte[]> texts) {
    this.lint = lint;
    this.texts = texts;
  }

  /**
   * The migrations of files, folders or globs, as on the command line.
   *
   * @param paths relative to the working directory
   */
  public static Migrations files(String... paths) {
    return new Migrations(project().paths(List.of(paths)), Map.of());
  }

  /**
   * The migrations in a folder of the class path, such as {@code db/migration}. Where a build tool copied it to, the files
   * that it was copied from are linted.
   *
   * @throws IllegalArgumentException when there is no such folder
   */
  public static Migrations classpath(String folder) {
    return of(List.of(folder), List.of());
  }

  /** Folders of the class path, and files, as one history. */
  static Migrations of(List<String> folders, List<String> files) {
    List<String> paths = new ArrayList<>(files);
    Map<String, byte[]> texts = new HashMap<>();
    for (String folder : folders) {
      ResourceFolder found = resources(folder);
      found.folders().forEach(place -> paths.add(source(place).toString()));
      texts.putAll(found.texts());
    }
    if (texts.isEmpty()) {
      return new Migrations(project().paths(paths), Map.of());
    }
    if (!paths.isEmpty()) {
      throw new IllegalArgumentException("Some of the migrations lie in a jar and some on disk, in "
          + String.join(", ", paths)
          + ". Name them apart.");
    }
    return new Migrations(project(), texts);
  }

  private static ResourceFolder resources(String folder) {
    try {
      ResourceFolder found = ResourceFolder.of(loader(), folder);
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "There is no folder " + folder
                + " on the class path. Check the spelling, and that resources were copied before the test.");
      }
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The class path's " + folder + " cannot be read", unreadable);
    }
  }

  private static ProjectLint project() {
    return ProjectLint.of(
        RedshankRules.book().withProvided(loader()),
        Path.of("").toAbsolutePath(),
        () -> LocalDate.now(ZoneOffset.UTC));
  }

  private static ClassLoader loader() {
    ClassLoader own = Migrations.class.getClassLoader();
    return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
        .orElse(own == null ? ClassLoader.getSystemClassLoader() : own);
  }

  private static Path source(Path copied) {
    String path = copied.toString().replace('\\', '/');
    for (Map.Entry<String, String> build : SOURCES.entrySet()) {
      int at = path.lastIndexOf("/" + build.getKey() + "/");
      if (at >= 0) {
        Path source = Path.of(path.substring(0, at), build.getValue())
            .resolve(path.substring(at + build.getKey().length() + 2));
        if (Files.isDirectory(source)) {
          return source;
        }
      }
    }
    return copied;
  }

  // How they are linted

  /**
   * The same migrations for a server of this major version, such as 16.
   *
   * @throws IllegalArgumentException for a version that is not known
   */
  public Migrations onPostgres(int major) {
    PgVersion version = PgVersion.parse(String.valueOf(major))
        .orElseThrow(() -> new IllegalArgumentException("PostgreSQL %d is not known. Known are %s."
            .formatted(
                major,
                PgVersion.all().stream()
                    .map(PgVersion::toString)
                    .collect(Collectors.joining(", ")))));
    return with(lint -> lint.postgres(version));
  }

  /** The same migrations, reporting those that are new or changed since this branch left {@code reference}. */
  public Migrations changedSince(String reference) {
    if (!texts.isEmpty()) {
      throw new IllegalArgumentException(
          "These migrations lie in a jar, and git knows nothing of what changed there.");
    }
    return with(lint -> lint.changedSince(reference));
  }

  /** The same migrations with the configuration in this file, whatever lies around. */
  public Migrations configuredBy(Path file) {
    return with(lint -> lint.configuration(file));
  }

  /** The same migrations without the findings that this file of known ones holds. */
  public Migrations withBaseline(Path file) {
    return with(lint -> lint.baseline(file));
  }

  private Migrations with(UnaryOperator<ProjectLint> change) {
    return new Migrations(change.apply(lint), texts);
  }

  // What comes of it

  /**
   * Lints them.
   *
   * @throws BrokenInputException when the configuration has mistakes or a migration cannot be read
   */
  LintResult lint() {
    LintRun run = texts.isEmpty() ? lint.prepare() : lint.prepare(texts);
    LintResult result = run.lint();
    List<Problem> problems = new ArrayList<>(result.problems());
    result
        .crashes()
        .forEach(crash -> problems.add(new Problem(
            crash.path() + ":" + crash.line(),
            Optional.empty(),
            "rule " + crash.rule() + " crashed: " + crash.error())));
    if (!problems.isEmpty()) {
      throw new BrokenInputException(problems);
    }
    return result;
  }
}
