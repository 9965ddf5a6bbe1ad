package dev.redshank.cli;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.project.FailurePolicy;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * When a run fails, and what made it.
 *
 * @param policy which findings do it
 * @param unread whether a part that was not understood does it
 * @param exitZero whether findings never do it
 */
record Failure(FailurePolicy policy, boolean unread, boolean exitZero) {
  static void addTo(CommandSpec spec) {
    spec.addOption(Options.text(
        "--fail-on",
        "error|warning|note|never",
        "The mildest severity that makes the run fail (default: error)."));
    spec.addOption(Options.text(
        "--max-warnings", "N", "More than N findings below --fail-on make the run fail too."));
    spec.addOption(OptionSpec.builder("--exit-zero")
        .type(boolean.class)
        .description("Exit with 0 whatever is found; what has to be mended still fails.")
        .build());
    spec.addOption(OptionSpec.builder("--fail-on-unread")
        .type(boolean.class)
        .description("Exit with 2 when a part of a migration was not understood.")
        .build());
  }

  /** The command line wins over the configuration. */
  static Failure of(ParseResult parsed, LintConfig.Failing configured) {
    Optional<String> asked = Options.value(parsed, "--fail-on")
        .map(value -> Options.oneOf("--fail-on", value, FailurePolicy.THRESHOLDS));
    Optional<Integer> most = Options.value(parsed, "--max-warnings").map(Failure::number);
    return new Failure(
        FailurePolicy.of(asked, most, configured),
        parsed.hasMatchedOption("--fail-on-unread"),
        parsed.hasMatchedOption("--exit-zero"));
  }

  private static int number(String text) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UsageException("--max-warnings is a whole number, not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }

  /** The exit code; what made it other than 0 is the last line for people. */
  int code(LintResult result, Console console) {
    if (!result.crashes().isEmpty()) {
      return say(console, ExitCode.BROKEN, count(result.crashes().size(), "rule") + " crashed");
    }
    int problems = result.problems().size();
    if (problems > 0) {
      return say(console, ExitCode.USER, count(problems, "thing") + " above to mend");
    }
    if (unread && !result.notRead().isEmpty()) {
      String parts = count(result.notRead().size(), "part");
      return say(console, ExitCode.USER, parts + " not read (--fail-on-unread)");
    }
    if (exitZero) {
      return ExitCode.CLEAN;
    }
    int above = policy.reached(result);
    if (above > 0) {
      return say(console, ExitCode.FINDINGS, reached(above));
    }
    if (policy.isExceeded(result)) {
      String words = "%s, more than --max-warnings %d"
          .formatted(
              count(result.findings().size(), "finding"), policy.mostBelow().orElse(0));
      return say(console, ExitCode.FINDINGS, words);
    }
    return ExitCode.CLEAN;
  }

  private String reached(int above) {
    String threshold = policy.threshold();
    return switch (threshold) {
      case "error" -> count(above, "error") + " (--fail-on error)";
      case "note" -> count(above, "finding") + " (--fail-on note)";
      default ->
        "%s of %s or worse (--fail-on %s)".formatted(count(above, "finding"), threshold, threshold);
    };
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static int say(Console console, int code, String why) {
    console.say("redshank: failed: " + why + ".");
    return code;
  }
}
