package dev.redshank.core.report;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.Fingerprint;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a format says that knows one kind of thing: a finding, or what kept Redshank from judging.
 *
 * @param code the rule's id; for what is no finding, that of its kind
 * @param place where it is; empty where it concerns a file as a whole
 * @param message one line that is harmless on a terminal
 * @param fingerprint the same as long as only lines move
 * @param finding the finding, if it is one
 */
record Entry(
    Kind kind,
    String code,
    Severity severity,
    String path,
    Optional<Area> place,
    String message,
    String fingerprint,
    Optional<LocatedFinding> finding) {

  /** What it is, the worst first: where Redshank failed, silence means nothing. */
  enum Kind {
    CRASH("rule-crashed", Severity.ERROR),
    PROBLEM("input-problem", Severity.ERROR),
    FINDING("", Severity.ERROR),
    NOT_READ("not-read", Severity.NOTE);

    private final String code;
    private final Severity severity;

    Kind(String code, Severity severity) {
      this.code = code;
      this.severity = severity;
    }
  }

  /**
   * A range of a file.
   *
   * @param end behind its last character
   * @param lastLine the line of its last character
   */
  record Area(Position start, Position end, int lastLine) {
    static Area of(SourceText source, Span span) {
      int last = Math.max(span.start(), span.end() - 1);
      return new Area(
          source.position(span.start()),
          source.position(span.end()),
          source.position(last).line());
    }
  }

  /** Everything that a run has to say: findings in their order, then the rest. */
  static List<Entry> of(LintResult result) {
    List<Entry> entries = new ArrayList<>();
    result.findings().forEach(found -> entries.add(of(found)));
    result.notRead().forEach(part -> entries.add(of(part, result)));
    result.crashes().forEach(crash -> entries.add(of(crash)));
    result.problems().forEach(problem -> entries.add(of(problem)));
    return entries;
  }

  private static Entry of(LocatedFinding found) {
    SourceText source = found.source();
    boolean whole = source.file().isEmpty();
    return new Entry(
        Kind.FINDING,
        found.finding().rule().value(),
        found.finding().severity(),
        source.path(),
        whole ? Optional.empty() : Optional.of(Area.of(source, found.finding().span())),
        Printable.oneLine(found.finding().message()),
        found.fingerprint(),
        Optional.of(found));
  }

  private static Entry of(NotRead part, LintResult result) {
    Optional<SourceText> source = Optional.ofNullable(result.sources().get(part.path()));
    String sql = source.map(text -> text.slice(part.span())).orElse("");
    Optional<Area> place = source.map(text -> Area.of(text, part.span()));
    return other(Kind.NOT_READ, part.path(), place, "Not read: " + part.reason(), sql);
  }

  private static Entry of(RuleCrash crash) {
    Position line = new Position(crash.line(), 1, 0);
    return other(
        Kind.CRASH,
        crash.path(),
        Optional.of(new Area(line, line, crash.line())),
        crash.words(),
        crash.rule().value());
  }

  /** Its message goes on from the path, which stands elsewhere here. */
  private static Entry of(Problem problem) {
    String said = problem.message();
    String message = said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    return other(Kind.PROBLEM, problem.path(), Optional.empty(), message, said);
  }

  private static Entry other(
      Kind kind, String path, Optional<Area> place, String message, String about) {
    return new Entry(
        kind,
        kind.code,
        kind.severity,
        path,
        place,
        Printable.oneLine(message),
        Fingerprint.of(new RuleId(kind.code), path, about, 0),
        Optional.empty());
  }

  /** The first line; that of a whole file is its first. */
  int line() {
    return place.map(area -> area.start().line()).orElse(1);
  }

  /** The first column, in code points. */
  int column() {
    return place.map(area -> area.start().column()).orElse(1);
  }

  /** As a compiler says it, such as {@code db/V1.sql:3:7: error[column-dropped] …}. */
  String asLine() {
    return Printable.of(path) + ":" + line() + ":" + column() + ": " + severity.words() + "[" + code
        + "] " + message;
  }
}
