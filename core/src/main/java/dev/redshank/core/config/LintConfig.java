package dev.redshank.core.config;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.Tool;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says about itself in {@code redshank.yml}. Paths and patterns are those of results: relative to the
 * project's root.
 *
 * @param source the file; empty where a project has none
 * @param places where in it each key stands
 * @param migrations which paths are what
 * @param surroundings what surrounds every migration
 * @param failing when a run fails
 * @param overrides what is different for some paths; the last that matches wins
 */
public record LintConfig(
    Optional<SourceText> source,
    Map<ConfigKey, Span> places,
    Optional<PgVersion> postgres,
    Preset preset,
    Migrations migrations,
    Optional<String> baseline,
    Surroundings surroundings,
    boolean squawkComments,
    Failing failing,
    RulePolicy rules,
    List<PathOverride> overrides,
    List<Allowance> allowances) {
  /** What holds in a project that says nothing. */
  public static final LintConfig NONE = new LintConfig(
      Optional.empty(),
      Map.of(),
      Optional.empty(),
      Preset.SAFETY,
      Migrations.UNKNOWN,
      Optional.empty(),
      Surroundings.UNKNOWN,
      false,
      Failing.STANDARD,
      RulePolicy.NONE,
      List.of(),
      List.of());

  /**
   * Which paths are what.
   *
   * @param paths where migrations are, for runs that name none
   * @param schema a dump that the first migration finds
   */
  public record Migrations(
      List<String> paths,
      PathGlobs excluded,
      PathGlobs history,
      PathGlobs down,
      Optional<String> schema) {
    /** Nothing is said. */
    public static final Migrations UNKNOWN =
        new Migrations(List.of(), PathGlobs.NONE, PathGlobs.NONE, PathGlobs.NONE, Optional.empty());
  }

  /**
   * When a run fails.
   *
   * @param threshold the mildest severity that does it, or {@code never}
   * @param mostBelow how many findings below it are put up with
   */
  public record Failing(Optional<String> threshold, Optional<Integer> mostBelow) {
    /** Nothing is said. */
    public static final Failing STANDARD = new Failing(Optional.empty(), Optional.empty());
  }

  /** The policy for the findings of one migration. */
  public RulePolicy rulesFor(String path) {
    RulePolicy policy = rules;
    for (PathOverride override : overrides) {
      if (override.paths().matches(path)) {
        policy = policy.under(override.rules());
      }
    }
    return policy;
  }

  /** What surrounds one migration. */
  public Surroundings surroundingsOf(String path) {
    Surroundings around = surroundings;
    for (PathOverride override : overrides) {
      if (override.paths().matches(path)) {
        around = around.under(override.surroundings());
      }
    }
    return around;
  }

  /** What the project says about paths whose names do not tell. */
  public MigrationFinder.Kinds kinds(FlywayNaming naming) {
    PathGlobs excluded = migrations.excluded();
    return new MigrationFinder.Kinds(
        excluded.isEmpty() ? Optional.empty() : Optional.of(excluded::matches),
        migrations.down()::matches,
        naming);
  }

  /** A migration, run as the project says, unless its own settings keep it out of a transaction. */
  public MigrationFile surrounded(MigrationFile file) {
    // That Flyway opens a transaction for each file leaves to Flyway for which files it does not.
    boolean own = file.tool() == Tool.FLYWAY && file.transactions() == TransactionMode.AUTOCOMMIT;
    return own || source.isEmpty()
        ? file
        : surroundingsOf(file.path())
            .transactions()
            .filter(mode -> file.tool() != Tool.FLYWAY || mode != TransactionMode.WRAPPED)
            .map(file::with)
            .orElse(file);
  }

  /** This configuration for a run that is told to ask some rules: they are on, whatever else is said. */
  public LintConfig asking(List<RuleId> named) {
    if (source.isEmpty() || named.isEmpty()) {
      return this;
    }
    Preset wider = preset == Preset.SAFETY ? Preset.ALL : preset;
    return new LintConfig(
        source,
        places,
        postgres,
        wider,
        migrations,
        baseline,
        surroundings,
        squawkComments,
        failing,
        rules.switchedOn(named),
        overrides,
        allowances);
  }

  /** The rules that this configuration asks somewhere. */
  public List<Rule> chosen(List<Rule> all) {
    return all.stream().filter(rule -> mayAsk(rule.info())).toList();
  }

  private boolean mayAsk(RuleInfo rule) {
    return isAsked(rule, rules)
        || overrides.stream().anyMatch(override -> isAsked(rule, rules.under(override.rules())));
  }

  private boolean isAsked(RuleInfo rule, RulePolicy policy) {
    return policy
        .level(rule.id())
        .map(level -> level != Level.OFF)
        .orElse(preset.includes(rule.mode()));
  }

  /** The severity of a finding; empty where its rule is off. */
  public Optional<Severity> severity(
      RuleId rule, FailureMode mode, Severity severity, RulePolicy policy) {
    Optional<Level> level = policy.level(rule);
    if (level.isPresent()) {
      return level.get().severity();
    }
    return preset.includes(mode) ? Optional.of(preset.graded(mode, severity)) : Optional.empty();
  }
}
