package dev.redshank.core.config;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOption;
import dev.redshank.core.text.SourceText;
import java.util.List;

/** Configurations of a project with three rules. */
final class Configs {
  static final RuleInfo DROPPED = rule("table-dropped", FailureMode.DESTRUCTIVE_ROLLBACK);
  static final RuleInfo WIDE = rule("column-too-wide", FailureMode.SCHEMA_DESIGN);
  static final RuleOption<Integer> MOST = RuleOption.number("most", 1, "How many.");
  static final RuleOption<?> LONGEST = RuleOption.duration("longest", "5min", "How long.");
  static final RuleOption<?> TABLES = RuleOption.texts("small-tables", "Which.");
  static final RuleInfo LOCKED =
      rule("tables-locked", FailureMode.LOCK_QUEUE_FREEZE).with(MOST, LONGEST, TABLES);
  static final List<RuleInfo> RULES = List.of(DROPPED, WIDE, LOCKED);

  private Configs() {}

  private static RuleInfo rule(String id, FailureMode mode) {
    return new RuleInfo(new RuleId(id), mode, Severity.WARNING, "A rule");
  }

  static ConfigReading read(String yaml) {
    return ConfigReader.read(SourceText.of("redshank.yml", yaml), RULES);
  }

  /** Each problem with its place, as the command line prints it. */
  static List<String> problems(String yaml) {
    return read(yaml).problems().stream().map(Configs::words).toList();
  }

  private static String words(Problem problem) {
    return problem.path() + ": " + problem.message();
  }
}
