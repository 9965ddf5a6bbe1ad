package dev.redshank.cli;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.report.RulesJson;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank rules}: the catalogue, or one rule's page. */
final class RulesCommand implements Command {
  private final Console console;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage().description("Lists the rules by failure mode, or prints the page of one.");
    spec.addPositional(PositionalParamSpec.builder()
        .paramLabel("RULE")
        .arity("0..1")
        .type(String.class)
        .description("The rule whose page is printed.")
        .build());
    Options.addFormat(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    boolean json = Options.isJson(parsed);
    String asked = parsed.matchedPositionalValue(0, "");
    List<RuleInfo> infos = new ArrayList<>(ProjectOptions.knownRules());
    infos.sort(Comparator.comparing(RuleInfo::id));
    if (!asked.isEmpty()) {
      infos = List.of(named(asked, infos));
    }
    if (json) {
      RulesJson.write(infos, console.out());
    } else if (asked.isEmpty()) {
      list(infos);
    } else {
      console.out().write(Page.read(RedshankRules.page(infos.get(0).id())));
    }
    console.out().flush();
    return ExitCode.CLEAN;
  }

  private static RuleInfo named(String asked, List<RuleInfo> infos) {
    List<String> ids = infos.stream().map(info -> info.id().value()).toList();
    return infos.stream()
        .filter(info -> info.id().value().equals(asked))
        .findFirst()
        .orElseThrow(() -> Nearest.unknown("rule", asked, ids, "redshank rules"));
  }

  private void list(List<RuleInfo> infos) throws IOException {
    int width =
        infos.stream().mapToInt(info -> info.id().value().length()).max().orElse(0);
    for (FailureMode mode : FailureMode.values()) {
      List<RuleInfo> ofMode = infos.stream().filter(info -> info.mode() == mode).toList();
      if (ofMode.isEmpty()) {
        continue;
      }
      console.out().write(mode.title() + "\n");
      for (RuleInfo info : ofMode) {
        String id = info.id().value();
        String severity = info.severity().words();
        console
            .out()
            .write("  "
                + id
                + " ".repeat(width - id.length() + 2)
                + severity
                + " ".repeat(9 - severity.length())
                + info.title()
                + "\n");
      }
      console.out().write("\n");
    }
    console.out().write("'redshank rules RULE' prints a rule's page.\n");
  }
}
