package dev.redshank.cli;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.project.ReportFormat;
import dev.redshank.core.project.ReportFormat.Report;
import dev.redshank.core.report.TextOptions;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --format} and {@code --output}: how findings are written, and where to. */
final class Outputs {
  private static final String FORMAT = "--format";
  private static final String OUTPUT = "--output";
  private static final String AUTO = "auto";

  private final Console console;
  private final TextOptions textInFiles;
  private final List<ReportFormat> standard;
  private final List<Target> files;
  private final boolean summary;

  private Outputs(
      Console console,
      ParseResult parsed,
      List<ReportFormat> standard,
      List<Target> files,
      boolean summary) {
    this.console = console;
    this.textInFiles = Options.textOptionsOfFile(parsed, console);
    this.standard = standard;
    this.files = files;
    this.summary = summary;
  }

  private record Target(ReportFormat format, OutputFile file) {}

  static void addTo(CommandSpec spec) {
    String formats = String.join("|", ReportFormat.allWords());
    spec.addOption(OptionSpec.builder(FORMAT)
        .paramLabel("FORMAT")
        .type(String.class)
        .description("How findings are written: " + formats + "; or " + AUTO
            + ", which is text, and in GitHub Actions annotations too (default: text).")
        .build());
    spec.addOption(OptionSpec.builder(OUTPUT)
        .paramLabel("[FORMAT=]FILE")
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(
            "Write this format to a file as well; may be repeated. Without FORMAT=, the one of"
                + " --format goes there instead of standard output.")
        .build());
    Options.addColour(spec);
  }

  /**
   * Looks before anything runs whether everything can be written.
   *
   * @throws UsageException when it cannot, or when the formats are not known
   */
  static Outputs of(ParseResult parsed, Console console) {
    Optional<String> asked = Options.value(parsed, FORMAT);
    boolean auto = asked.isPresent() && asked.get().equalsIgnoreCase(AUTO);
    boolean inActions = auto && GithubLog.isHere(console);
    ReportFormat main =
        auto || asked.isEmpty() ? ReportFormat.TEXT : named(asked.get(), List.of(AUTO));
    List<Target> files = new ArrayList<>();
    boolean diverted = false;
    List<String> outputs = parsed.matchedOptionValue(OUTPUT, List.of());
    for (String output : outputs) {
      int equals = formatLength(output);
      diverted |= equals < 0;
      Target target = new Target(
          equals < 0 ? main : named(output.substring(0, equals), List.of()),
          OutputFile.of(output.substring(equals + 1), console.directory()));
      refuseTwice(target, files);
      files.add(target);
    }
    List<ReportFormat> standard = new ArrayList<>();
    if (!diverted) {
      standard.add(main);
    }
    if (inActions) {
      standard.add(ReportFormat.GITHUB);
    }
    return new Outputs(console, parsed, standard, files, inActions);
  }

  /** The length of the format before an equals sign; -1 for a file alone, whose name may hold such a sign behind others. */
  private static int formatLength(String output) {
    int equals = output.indexOf('=');
    boolean word = equals > 0
        && output.chars().limit(equals).allMatch(c -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return word ? equals : -1;
  }

  private static ReportFormat named(String word, List<String> more) {
    return ReportFormat.named(word).orElseThrow(() -> {
      List<String> known = new ArrayList<>(ReportFormat.allWords());
      known.addAll(more);
      String hint =
          Nearest.of(word, known).map(near -> " Did you mean '" + near + "'?").orElse("");
      return new UsageException("There is no format '" + word + "'." + hint + " Known are "
          + String.join(", ", known) + ".");
    });
  }

  private static void refuseTwice(Target target, List<Target> before) {
    for (Target other : before) {
      if (target.file().isSameAs(other.file())) {
        throw new UsageException("--output: %s and %s go to the same file, %s. Name another one."
            .formatted(
                other.format().words(), target.format().words(), target.file().path()));
      }
    }
  }

  /**
   * Keeps results from being written over what they are about.
   *
   * @throws UsageException when a file for results is a migration
   */
  void spare(List<MigrationFile> migrations) {
    for (Target target : files) {
      for (MigrationFile migration : migrations) {
        if (target.file().isAt(migration.file())) {
          throw new UsageException("--output: " + migration.path()
              + " is a migration that is read here. Name another file.");
        }
      }
    }
  }

  /**
   * Writes everything; what cannot be written does not keep the rest from it.
   *
   * @return the exit code
   */
  int write(Report report) {
    int code = ExitCode.CLEAN;
    Report inFiles = report.as(textInFiles);
    for (Target target : files) {
      code = Math.max(code, write(target, inFiles));
    }
    if (summary) {
      summarize(inFiles);
    }
    return Math.max(code, print(report));
  }

  private int write(Target target, Report report) {
    try {
      target.file().write(out -> target.format().write(report, out));
      return ExitCode.CLEAN;
    } catch (UsageException cannotWrite) {
      console.say("redshank: " + cannotWrite.getMessage());
      return ExitCode.USER;
    }
  }

  private int print(Report report) {
    try {
      for (ReportFormat format : standard) {
        boolean commands = format == ReportFormat.GITHUB || !GithubLog.isHere(console);
        Writer out = commands ? console.out() : new GithubLog(console.out());
        format.write(report, out);
        out.flush();
      }
      return ExitCode.CLEAN;
    } catch (IOException failure) {
      return console.cannotWrite(failure);
    }
  }

  private void summarize(Report report) {
    new JobSummary(console).add(out -> ReportFormat.MARKDOWN.write(report, out));
  }
}
