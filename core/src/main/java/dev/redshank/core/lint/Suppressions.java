package dev.redshank.core.lint;

import dev.redshank.core.config.Allowance;
import dev.redshank.core.config.PathGlobs;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.Nearest;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the findings out that comments and the configuration accept, and finds what is wrong with accepting them. */
final class Suppressions {
  private final LintSettings settings;
  private final Acceptance acceptance;
  private final ProjectFindings project;
  private final Map<RuleId, RuleInfo> asked = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final List<Suppressed> suppressed = new ArrayList<>();

  Suppressions(
      LintSettings settings, Acceptance acceptance, RuleSet rules, ProjectFindings project) {
    this.settings = settings;
    this.acceptance = acceptance;
    this.project = project;
    for (Rule rule : rules.rules()) {
      asked.put(rule.info().id(), rule.info());
    }
    acceptance.known().forEach(rule -> known.add(rule.id().value()));
  }

  /** What was accepted. */
  List<Suppressed> suppressed() {
    return suppressed;
  }

  /**
   * The findings that nobody accepts.
   *
   * @param reviewed the texts that rules were asked about, by path
   */
  List<LocatedFinding> apply(List<LocatedFinding> findings, Map<String, SourceText> reviewed) {
    List<LocatedFinding> left = new ArrayList<>(findings);
    for (SourceText source : reviewed.values()) {
      if (SuppressionComment.mayBeIn(source.file(), settings.config().squawkComments())) {
        left = byComments(left, source);
      }
    }
    return settings.config().allowances().isEmpty() ? left : byConfiguration(left, reviewed);
  }

  private List<LocatedFinding> byComments(List<LocatedFinding> findings, SourceText source) {
    List<Effect> effects = new ArrayList<>();
    for (Remarks.Remark remark : Remarks.of(source)) {
      SuppressionComment.of(
              remark, source.slice(remark.span()), settings.config().squawkComments())
          .ifPresent(comment -> effects.add(new Effect(comment)));
    }
    if (effects.isEmpty()) {
      return findings;
    }
    effects.forEach(effect -> check(effect, source));
    List<LocatedFinding> left = new ArrayList<>();
    for (LocatedFinding found : findings) {
      boolean here = found.source().path().equals(source.path());
      if (!here || effects.stream().noneMatch(effect -> accepts(effect, found))) {
        left.add(found);
      }
    }
    effects.forEach(effect -> reportUnused(effect, source));
    return left;
  }

  /** A comment and the rules whose findings it took out. */
  private static final class Effect {
    private final SuppressionComment comment;
    private final Set<String> used = new HashSet<>();
    private boolean holds;

    Effect(SuppressionComment comment) {
      this.comment = comment;
    }
  }

  private void check(Effect effect, SourceText source) {
    SuppressionComment comment = effect.comment;
    effect.holds = comment.mistake().isEmpty();
    if (comment.squawk()) {
      return;
    }
    if (comment.mistake().isPresent()) {
      String message =
          "This suppresses nothing, as it cannot be read: %s Write redshank:allow RULE reason=\"…\"."
              .formatted(ended(comment.mistake().get()));
      project.add(ProjectRules.SUPPRESSION_MALFORMED, source, comment.span(), message);
      return;
    }
    for (String name : comment.names()) {
      if (!known.isEmpty() && !known.contains(name)) {
        String message = "There is no rule '%s'.%s".formatted(name, Nearest.hint(name, known));
        project.add(ProjectRules.SUPPRESSION_OF_UNKNOWN_RULE, source, comment.span(), message);
      }
    }
    if (comment.reason().isEmpty()) {
      effect.holds = false;
      String message = "This suppresses nothing, as it does not say why. Add reason=\"…\".";
      project.add(ProjectRules.SUPPRESSION_WITHOUT_REASON, source, comment.span(), message);
    } else if (isOver(comment.until())) {
      effect.holds = false;
      project.add(
          ProjectRules.SUPPRESSION_EXPIRED, source, comment.span(), expired(comment.until()));
    }
  }

  private static String ended(String sentence) {
    return sentence.endsWith("?") || sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private boolean isOver(Optional<LocalDate> until) {
    return until.isPresent() && acceptance.today().get().isAfter(until.get());
  }

  private static String expired(Optional<LocalDate> until) {
    return "This ended on %s, so what it suppressed is reported again."
        .formatted(until.map(LocalDate::toString).orElse(""));
  }

  private boolean accepts(Effect effect, LocatedFinding found) {
    SuppressionComment comment = effect.comment;
    if (!effect.holds || !comment.reaches(found.finding().span())) {
      return false;
    }
    RuleId rule = found.finding().rule();
    if (comment.squawk() ? !isSquawks(comment, rule) : !comment.names(rule)) {
      return false;
    }
    effect.used.add(rule.value());
    suppressed.add(new Suppressed(found, by(comment), comment.reason(), comment.until()));
    return true;
  }

  /** For the whole file, Squawk wants no name. */
  private boolean isSquawks(SuppressionComment comment, RuleId rule) {
    RuleInfo info = asked.get(rule);
    return (comment.wholeFile() && comment.names().isEmpty())
        || (info != null && info.squawk().stream().anyMatch(comment.names()::contains));
  }

  private static Suppressed.By by(SuppressionComment comment) {
    if (comment.squawk()) {
      return Suppressed.By.SQUAWK_COMMENT;
    }
    return comment.wholeFile() ? Suppressed.By.FILE_COMMENT : Suppressed.By.COMMENT;
  }

  private void reportUnused(Effect effect, SourceText source) {
    SuppressionComment comment = effect.comment;
    if (!effect.holds || comment.squawk()) {
      return;
    }
    List<String> unused = comment.names().stream()
        .filter(name -> !effect.used.contains(name) && isAsked(new RuleId(name), source.path()))
        .toList();
    if (!unused.isEmpty()) {
      String where = comment.wholeFile() ? "this file" : "the statement it is about";
      String message = "%s finds nothing in %s. Remove %s."
          .formatted(
              String.join(" and ", unused),
              where,
              unused.size() == comment.names().size() ? "the comment" : "the name");
      project.add(ProjectRules.SUPPRESSION_UNUSED, source, comment.span(), message);
    }
  }

  private boolean isAsked(RuleId rule, String path) {
    RuleInfo info = asked.get(rule);
    return info != null
        && settings
            .config()
            .severity(rule, info.mode(), info.severity(), settings.config().rulesFor(path))
            .isPresent();
  }

  private List<LocatedFinding> byConfiguration(
      List<LocatedFinding> findings, Map<String, SourceText> reviewed) {
    FindingStatements statements = new FindingStatements();
    List<LocatedFinding> left = new ArrayList<>(findings);
    SourceText source = settings.config().source().orElseThrow();
    for (Allowance allowance : settings.config().allowances()) {
      boolean over = isOver(allowance.until());
      int before = left.size();
      if (!over) {
        left.removeIf(found -> accepts(allowance, found, statements));
      }
      boolean concerned = concerns(allowance, reviewed.keySet());
      if (over && concerned) {
        Span place = allowance.span();
        project.add(ProjectRules.SUPPRESSION_EXPIRED, source, place, expired(allowance.until()));
      } else if (!over && before == left.size()) {
        reportUnused(allowance, source, reviewed.keySet());
      }
    }
    return left;
  }

  private static boolean concerns(Allowance allowance, Set<String> reviewed) {
    return allowance.path().isEmpty() || reviewed.stream().anyMatch(allowance.path()::matches);
  }

  private boolean accepts(Allowance allowance, LocatedFinding found, FindingStatements statements) {
    Finding finding = found.finding();
    boolean matches = finding.rule().equals(allowance.rule())
        && (allowance.path().isEmpty()
            || allowance.path().matches(found.source().path()))
        && allowance.object().map(object -> statements.names(found, object)).orElse(true);
    if (matches) {
      suppressed.add(new Suppressed(
          found, Suppressed.By.CONFIGURATION, Optional.of(allowance.reason()), allowance.until()));
    }
    return matches;
  }

  private void reportUnused(Allowance allowance, SourceText source, Set<String> reviewed) {
    String path = String.join(", ", allowance.path().patterns());
    boolean gone = allowance.path().isOnePath() && !acceptance.exists().test(path);
    if (gone) {
      String message = "There is no %s, so nothing is allowed here.".formatted(path);
      project.add(ProjectRules.SUPPRESSION_UNUSED, source, allowance.span(), message);
    } else if (isJudged(allowance.path(), reviewed) && isAsked(allowance.rule(), path)) {
      String message = "%s finds nothing%s%s. Remove the entry."
          .formatted(
              allowance.rule(),
              allowance.object().map(object -> " about " + object).orElse(""),
              path.isEmpty() ? "" : " in " + path);
      project.add(ProjectRules.SUPPRESSION_UNUSED, source, allowance.span(), message);
    }
  }

  /** What an entry is needed for may lie in any migration that it reaches, so all of them have to be under review. */
  private boolean isJudged(PathGlobs where, Set<String> reviewed) {
    boolean here = where.isOnePath() && reviewed.containsAll(where.patterns());
    return here
        || (!settings.isOneDeploy() && where.beginnings().stream().allMatch(acceptance.searched()));
  }
}
