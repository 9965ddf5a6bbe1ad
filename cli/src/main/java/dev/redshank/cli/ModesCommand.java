package dev.redshank.cli;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank modes}: the nine failure modes, or one of them with the query that finds it. */
final class ModesCommand implements Command {
  private final Console console;

  ModesCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Lists the nine failure modes, or says how to see one in production and how to avoid it.");
    spec.addPositional(PositionalParamSpec.builder()
        .paramLabel("MODE")
        .arity("0..1")
        .type(String.class)
        .description("The failure mode to print: signal, query, durable fix, rules.")
        .build());
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    List<FailureMode> modes =
        Arrays.stream(FailureMode.values()).filter(FailureMode::isSafety).toList();
    String asked = parsed.matchedPositionalValue(0, "");
    if (asked.isEmpty()) {
      list(modes);
    } else {
      print(named(asked, modes));
    }
    console.out().flush();
    return ExitCode.CLEAN;
  }

  private static FailureMode named(String asked, List<FailureMode> modes) {
    return modes.stream()
        .filter(mode -> mode.id().equals(asked))
        .findFirst()
        .orElseThrow(() -> Nearest.unknown(
            "failure mode", asked, modes.stream().map(FailureMode::id).toList(), "redshank modes"));
  }

  private void list(List<FailureMode> modes) throws IOException {
    int width = modes.stream().mapToInt(mode -> mode.id().length()).max().orElse(0);
    for (FailureMode mode : modes) {
      long rules = rulesOf(mode).size();
      String pad = " ".repeat(width - mode.id().length() + 2);
      console
          .out()
          .write(mode.id() + pad + mode.title() + ", " + rules + (rules == 1 ? " rule" : " rules")
              + "\n");
    }
    console.out().write("\n'redshank modes MODE' prints a mode's page.\n");
  }

  private void print(FailureMode mode) throws IOException {
    console.out().write(Page.read(RedshankRules.page(mode)));
    console.out().write("\n## Rules\n\n");
    for (RuleInfo rule : rulesOf(mode)) {
      console.out().write("- `" + rule.id() + "`: " + rule.title() + "\n");
    }
    console
        .out()
        .write("\n## Replay\n\n`redshank sandbox replay " + mode.id()
            + "` shows it on a real PostgreSQL, and how to avoid it.\n");
  }

  private static List<RuleInfo> rulesOf(FailureMode mode) {
    return RedshankRules.all().stream()
        .map(Rule::info)
        .filter(info -> info.mode() == mode)
        .toList();
  }
}
