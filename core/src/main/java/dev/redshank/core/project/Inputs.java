package dev.redshank.core.project;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.SchemaDump;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The migrations that a run is about, and how their texts are got at.
 *
 * @param migrations in run order
 * @param reader of their texts
 * @param paths where they were looked for; none where they are no files
 * @param directory what the paths are relative to
 */
public record Inputs(
    MigrationSet migrations, Reading.Reader reader, List<String> paths, Path directory) {
  /**
   * Finds the migrations that paths name.
   *
   * @param paths files, folders or globs
   * @param directory what relative ones are relative to
   */
  public static Inputs found(List<String> paths, Path directory, Project project) {
    LintConfig config = project.config();
    MigrationSet set = MigrationFinder.find(paths, directory, project.kinds());
    return new Inputs(
        config.source().isPresent() ? set.map(config::surrounded) : set,
        MigrationReader::read,
        paths,
        directory);
  }

  /** A migration that is no file: its text, by a name that somebody gave it. */
  public static Inputs given(String name, byte[] text, Path directory, Project project) {
    MigrationFile file = MigrationFinder.named(name, project.naming());
    MigrationSet set = new MigrationSet(List.of(file), List.of());
    return new Inputs(
        set.map(project.config()::surrounded),
        asked -> MigrationReader.decode(asked, text),
        List.of(),
        directory);
  }

  /**
   * The migrations among what is no file on disk.
   *
   * @param texts by their names in results
   */
  public static Inputs given(Map<String, byte[]> texts, Path directory, Project project) {
    MigrationSet set = MigrationFinder.given(texts.keySet(), project.kinds());
    return new Inputs(
        set.map(project.config()::surrounded),
        asked -> MigrationReader.decode(asked, texts.getOrDefault(asked.path(), new byte[0])),
        List.of(),
        directory);
  }

  /**
   * The same migrations, the first of which finds what a dump of the schema holds.
   *
   * @throws BrokenInputException when they belong to several databases
   */
  public Inputs behind(MigrationFile dump) {
    if (migrations.databases() > 1) {
      String message =
          "describes one database, but these migrations belong to %d: they share versions. Name the folder of one."
              .formatted(migrations.databases());
      throw new BrokenInputException(List.of(new Problem(dump.path(), Optional.empty(), message)));
    }
    return new Inputs(
        migrations.behind(dump),
        asked -> asked.path().equals(dump.path()) ? SchemaDump.read(asked) : reader.read(asked),
        paths,
        directory);
  }

  /**
   * Whether these are all the migrations that a folder of the project holds.
   *
   * @param folder by its name in results; the root is empty
   */
  public boolean reach(String folder, Project project) {
    Path root = project.root().folder();
    boolean all =
        directory.equals(root) && paths.equals(project.config().migrations().paths());
    return project.wanted().isEmpty()
        && !paths.isEmpty()
        && (all || MigrationFinder.looksAt(paths, directory, root.resolve(folder)));
  }

  /** The same migrations, some of them with a text that does not lie on disk. */
  Inputs with(Map<String, byte[]> texts) {
    if (texts.isEmpty()) {
      return this;
    }
    return new Inputs(
        migrations,
        asked -> {
          byte[] text = texts.get(asked.path());
          return text == null ? reader.read(asked) : MigrationReader.decode(asked, text);
        },
        paths,
        directory);
  }
}
