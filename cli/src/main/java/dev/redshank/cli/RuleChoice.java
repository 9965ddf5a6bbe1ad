package dev.redshank.cli;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.lint.Acceptance;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --rule} and {@code --no-rule}: which rules a run asks. */
final class RuleChoice {
  private static final String ONLY = "--rule";
  private static final String WITHOUT = "--no-rule";

  private RuleChoice() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(list(ONLY, "Ask only this rule; may be repeated."));
    spec.addOption(list(WITHOUT, "Do not ask this rule; may be repeated."));
  }

  private static OptionSpec list(String name, String description) {
    return OptionSpec.builder(name)
        .paramLabel("RULE")
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",")
        .description(description)
        .build();
  }

  /**
   * The rules that the command line leaves.
   *
   * @throws UsageException for a rule that does not exist, or one that is asked for and left out
   */
  static List<Rule> chosen(ParseResult parsed, LintConfig config, List<Rule> all) {
    List<String> only = named(parsed, ONLY, all);
    List<String> without = named(parsed, WITHOUT, all);
    for (String id : only) {
      if (without.contains(id)) {
        throw new UsageException("Rule '" + id + "' is in --rule and in --no-rule. Leave one out.");
      }
    }
    List<Rule> asked = only.isEmpty() ? config.chosen(all) : all;
    return asked.stream()
        .filter(rule -> only.isEmpty() || only.contains(id(rule)))
        .filter(rule -> !without.contains(id(rule)))
        .toList();
  }

  /** The configuration of a run that is told which rules to ask. */
  static LintConfig config(ParseResult parsed, LintConfig config) {
    List<String> only = parsed.matchedOptionValue(ONLY, List.of());
    return config.asking(only.stream().map(RuleId::new).toList());
  }

  /** The rules about the project that the command line leaves. */
  static Set<RuleId> aboutProject(ParseResult parsed) {
    List<String> only = parsed.matchedOptionValue(ONLY, List.of());
    List<String> without = parsed.matchedOptionValue(WITHOUT, List.of());
    Set<RuleId> left = new HashSet<>(Acceptance.projectRules());
    left.removeIf(rule -> without.contains(rule.value()));
    left.removeIf(rule -> !only.isEmpty() && !only.contains(rule.value()));
    return left;
  }

  private static List<String> named(ParseResult parsed, String option, List<Rule> all) {
    List<String> asked = parsed.matchedOptionValue(option, List.of());
    if (!asked.isEmpty()) {
      List<String> known = new ArrayList<>(all.stream().map(RuleChoice::id).toList());
      ProjectRules.all().forEach(rule -> known.add(rule.id().value()));
      for (String id : asked) {
        if (!known.contains(id)) {
          throw Nearest.unknown("rule", id, known, "redshank rules");
        }
      }
    }
    return asked;
  }

  private static String id(Rule rule) {
    return rule.info().id().value();
  }
}
