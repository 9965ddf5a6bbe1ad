package dev.redshank.benchmarks;

import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Tool;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Generated migrations in memory: three sizes, as one file and as many small ones. */
@State(Scope.Benchmark)
public class Input {
  /** How the statements are laid out. */
  public enum Layout {
    ONE_FILE,
    FILES_OF_20
  }

  @Param({"10000", "100000", "200000"})
  public int statements;

  @Param
  public Layout layout = Layout.ONE_FILE;

  private final Map<String, SourceText> texts = new HashMap<>();
  private final List<MigrationFile> files = new ArrayList<>();

  @Setup
  public void generate() {
    int perFile = layout == Layout.ONE_FILE ? statements : 20;
    for (String sql : GeneratedMigrations.files(statements, perFile)) {
      MigrationFile file = migration(files.size() + 1);
      files.add(file);
      texts.put(file.path(), SourceText.of(file.path(), sql));
    }
  }

  List<SourceText> texts() {
    return files.stream().map(file -> text(file)).toList();
  }

  MigrationSet migrations() {
    return new MigrationSet(files, List.of());
  }

  Reading.Reader reader() {
    return file -> Reading.of(text(file));
  }

  private SourceText text(MigrationFile file) {
    return Optional.ofNullable(texts.get(file.path())).orElseThrow();
  }

  private static MigrationFile migration(int number) {
    String path = String.format(Locale.ROOT, "V%05d__release.sql", number);
    return new MigrationFile(
        Path.of(path),
        path,
        Integer.toString(number),
        "release",
        Direction.UP,
        Tool.FLYWAY,
        TransactionMode.WRAPPED,
        false,
        Optional.empty());
  }
}
