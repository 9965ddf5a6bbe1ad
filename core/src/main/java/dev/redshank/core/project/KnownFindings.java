package dev.redshank.core.project;

import dev.redshank.core.baseline.Baseline;
import dev.redshank.core.baseline.BaselineFile;
import dev.redshank.core.baseline.BaselineReader;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.report.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file that holds the findings that were there before. */
public final class KnownFindings {
  private final Path file;
  private final String name;

  public KnownFindings(Path file, Project project) {
    this.file = file.toAbsolutePath();
    this.name = project.root().nameOf(file);
  }

  /** The file's name in results. */
  public String name() {
    return name;
  }

  /**
   * What it holds.
   *
   * @throws BrokenInputException when it cannot be read
   */
  public Optional<Baseline> read() {
    Reading text = MigrationReader.read(file, name);
    text.problem().ifPresent(KnownFindings::refuse);
    BaselineReader.Outcome outcome = BaselineReader.read(text.source().orElseThrow());
    outcome.problem().ifPresent(KnownFindings::refuse);
    return outcome.baseline();
  }

  /**
   * Writes every finding of a run.
   *
   * @throws BrokenInputException when the file cannot be written
   */
  public void write(LintResult result) {
    try {
      WholeFile.write(file, out -> BaselineFile.write(result.known(), out));
    } catch (IOException cannotWrite) {
      refuse(new Problem(
          name,
          Optional.empty(),
          "cannot be written. Check that its folder is there and may be written."));
    }
  }

  private static void refuse(Problem problem) {
    throw new BrokenInputException(List.of(problem));
  }
}
