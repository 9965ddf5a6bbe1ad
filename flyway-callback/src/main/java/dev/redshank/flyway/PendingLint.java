package dev.redshank.flyway;

import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.Review;
import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.ResourceFolder;
import dev.redshank.core.report.LintText;
import dev.redshank.core.report.TextOptions;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.configuration.Configuration;

/** What was found in all that Flyway is about to run, as one deploy behind all that it ran. */
final class PendingLint {
  private static final int WIDTH = 100;

  private final LintResult result;

  private PendingLint(LintResult result) {
    this.result = result;
  }

  /**
   * Lints what begins with a migration.
   *
   * @throws BrokenInputException when something cannot be read
   */
  static PendingLint of(Context context, MigrationInfo first) {
    Configuration flyway = context.getConfiguration();
    ProjectLint lint = ProjectLint.of(
            RedshankRules.book().withProvided(flyway.getClassLoader()),
            Path.of("").toAbsolutePath(),
            () -> LocalDate.now(ZoneOffset.UTC))
        .naming(naming(flyway));
    LintRun run = lint.prepare(scripts(flyway));
    LintSettings settings = settings(context.getConnection(), run, first);
    return new PendingLint(
        new LintRun(run.inputs(), run.rules(), settings, run.acceptance()).lint());
  }

  private static FlywayNaming naming(Configuration flyway) {
    FlywayNaming usual = FlywayNaming.DEFAULT;
    return new FlywayNaming(
        flyway.getSqlMigrationPrefix(),
        usual.undo(),
        usual.baseline(),
        flyway.getRepeatableSqlMigrationPrefix(),
        flyway.getSqlMigrationSeparator(),
        List.of(flyway.getSqlMigrationSuffixes()));
  }

  // What Flyway reads

  private static Map<String, byte[]> scripts(Configuration flyway) {
    Map<String, byte[]> scripts = new HashMap<>();
    for (Location location : flyway.getLocations()) {
      try {
        if (location.isClassPath()) {
          ResourceFolder folder =
              ResourceFolder.of(flyway.getClassLoader(), location.getRootPath());
          scripts.putAll(folder.texts());
          for (Path place : folder.folders()) {
            add(place, location.getRootPath(), scripts);
          }
        } else if (location.isFileSystem()) {
          add(Path.of(location.getRootPath()), location.getRootPath(), scripts);
        }
      } catch (IOException unreadable) {
        throw new BrokenInputException(List.of(new Problem(
            location.getDescriptor(), Optional.empty(), "cannot be read: " + unreadable + ".")));
      }
    }
    return scripts;
  }

  private static void add(Path folder, String name, Map<String, byte[]> scripts)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String relative = folder.relativize(file).toString().replace('\\', '/');
      scripts.put(name.replace('\\', '/') + "/" + relative, Files.readAllBytes(file));
    }
  }

  // What holds on this server

  private static LintSettings settings(Connection server, LintRun run, MigrationInfo first) {
    LintSettings said = run.settings();
    Optional<String> since =
        Optional.ofNullable(first.getVersion()).map(version -> version.getVersion());
    Review review = since.isPresent() ? said.review() : Review.of(repeatable(run));
    return new LintSettings(
        version(server).orElse(said.postgres()),
        since,
        said.transactions(),
        timeout(server, "lock_timeout").orElse(said.lockTimeout()),
        timeout(server, "statement_timeout").orElse(said.statementTimeout()),
        said.config(),
        review);
  }

  /** Behind the last version only repeatable scripts run. */
  private static Set<String> repeatable(LintRun run) {
    return run.inputs().migrations().migrations().stream()
        .filter(MigrationFile::repeatable)
        .map(MigrationFile::path)
        .collect(Collectors.toSet());
  }

  private static Optional<PgVersion> version(Connection server) {
    try {
      int major = server.getMetaData().getDatabaseMajorVersion();
      return PgVersion.parse(String.valueOf(major));
    } catch (SQLException unknown) {
      return Optional.empty();
    }
  }

  /** What role, database or connection set; a server that sets none says 0. */
  private static Optional<Timeout> timeout(Connection server, String name) {
    try (Statement statement = server.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + name)) {
      return row.next()
          ? Optional.of(row.getString(1)).filter(value -> !value.equals("0")).map(Timeout::read)
          : Optional.empty();
    } catch (SQLException unknown) {
      return Optional.empty();
    }
  }

  // What came of it

  /** What was found in a script, by its name relative to its location. */
  LintResult about(String script) {
    String name = "/" + script.replace('\\', '/');
    return result.only(found -> found.source().path().endsWith(name));
  }

  static boolean isError(LocatedFinding found) {
    return found.finding().severity() == Severity.ERROR;
  }

  static String text(LintResult found) {
    return LintText.text(found, new TextOptions(WIDTH, false));
  }
}
