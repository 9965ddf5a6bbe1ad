package dev.redshank.core.report.html;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.Explained;
import dev.redshank.core.lint.Explanation;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.report.Count;
import dev.redshank.core.report.Lamps;
import dev.redshank.core.report.WorstFindings;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings as one page for a browser, which needs nothing else: lamps by failure mode, each finding in its code, and what the
 * migrations under review lock. There is no script in it, and none may run.
 */
public final class LintHtml {
  /** With more, browsers grow slow, and nobody reads them. */
  private static final int MOST_FINDINGS = 2_000;

  private final LintResult result;
  private final String version;
  private final Writer out;
  private final List<LocatedFinding> shown;
  private final Map<String, Migration> migrations = new LinkedHashMap<>();
  private final List<Migration> withoutFindings = new ArrayList<>();

  private LintHtml(LintResult result, Explanation explanation, String version, Writer out) {
    this.result = result;
    this.version = version;
    this.out = out;
    this.shown = WorstFindings.of(result.findings(), MOST_FINDINGS);
    result.reviewedPaths().forEach(this::migration);
    for (int i = 0; i < shown.size(); i++) {
      migration(shown.get(i).source().path()).findings.put("f" + (i + 1), shown.get(i));
    }
    for (Explained statement : explanation.statements()) {
      migration(statement.source().path()).statements.add(statement);
    }
    for (Migration migration : List.copyOf(migrations.values())) {
      if (migration.findings.isEmpty()) {
        migrations.remove(migration.path);
        withoutFindings.add(migration);
      }
    }
    withoutFindings.removeIf(migration -> migration.locks(out).isEmpty());
  }

  /** What there is to say of one file. */
  private record Migration(
      String id, String path, Map<String, LocatedFinding> findings, List<Explained> statements) {
    HtmlLocks locks(Writer out) {
      return new HtmlLocks(statements, out);
    }
  }

  private Migration migration(String path) {
    String id = "m" + (migrations.size() + 1);
    return migrations.computeIfAbsent(
        path, name -> new Migration(id, name, new LinkedHashMap<>(), new ArrayList<>()));
  }

  /**
   * Writes the page.
   *
   * @param explanation what the statements of the same migrations do
   * @param version of Redshank
   */
  public static void write(LintResult result, Explanation explanation, String version, Writer out)
      throws IOException {
    new LintHtml(result, explanation, version, out).document();
  }

  private void document() throws IOException {
    Asset style = Asset.look().with(Asset.of(LintHtml.class, "lint.css"));
    out.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " img-src data:; style-src " + style.hash() + "\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<title>Redshank: " + Html.text(headline()) + "</title>\n");
    out.write("<link rel=\"icon\" href=\"data:,\">\n");
    out.write("<style>" + style.text() + "</style>\n</head>\n<body>\n<main id=\"top\">\n");
    cover();
    contents();
    for (Migration migration : migrations.values()) {
      section(migration);
    }
    lockedOnly();
    new HtmlRest(result, out).write();
    out.write("</main>\n<footer>Redshank " + Html.text(version) + "</footer>\n</body>\n</html>\n");
  }

  private String headline() {
    List<String> words = new ArrayList<>();
    for (Severity severity : Severity.WORST_FIRST) {
      long count = result.findings().stream()
          .filter(found -> found.finding().severity() == severity)
          .count();
      if (count > 0) {
        words.add(Count.of(count, severity.words()));
      }
    }
    return words.isEmpty() ? "Nothing dangerous found" : String.join(", ", words);
  }

  private void cover() throws IOException {
    out.write("<header class=\"cover\">\n<p class=\"eyebrow\">Redshank · lint · PostgreSQL "
        + Html.text(result.postgres().toString()) + "</p>\n<h1>" + headline() + "</h1>\n");
    out.write("<p class=\"lead\">" + lead() + "</p>\n");
    for (RuleCrash crash : result.crashes()) {
      alarm("The rule %s failed at %s:%d and says nothing there. This is a bug of Redshank."
          .formatted(crash.rule(), crash.path(), crash.line()));
    }
    for (Problem problem : result.problems()) {
      alarm(problem.path() + ": " + problem.message());
    }
    if (shown.size() < result.findings().size()) {
      alarm("Only the %d worst of %d findings are shown."
          .formatted(shown.size(), result.findings().size()));
    }
    Lamps lamps = Lamps.of(result);
    out.write("<ul class=\"lamps\" aria-label=\"Findings by failure mode\">\n");
    for (FailureMode mode : FailureMode.values()) {
      if (mode.isSafety()) {
        lamp(mode, lamps);
      }
    }
    out.write("</ul>\n</header>\n");
  }

  private String lead() {
    List<String> words = new ArrayList<>();
    words.add(Count.of(result.files(), "migration") + " with "
        + Count.of(result.statements(), "statement") + " read, " + result.reviewed()
        + " under review");
    if (!result.notRead().isEmpty()) {
      words.add(
          "<a href=\"#not-read\">" + Count.of(result.notRead().size(), "part") + " not read</a>");
    }
    if (!result.suppressed().isEmpty()) {
      words.add("<a href=\"#suppressed\">" + result.suppressed().size() + " suppressed</a>");
    }
    result
        .unchanged()
        .filter(known -> !known.isEmpty())
        .ifPresent(
            known -> words.add("<a href=\"#baseline\">" + known.size() + " in the baseline</a>"));
    return String.join(" · ", words);
  }

  private void alarm(String words) throws IOException {
    out.write("<p class=\"alarm\">" + Html.text(words) + "</p>\n");
  }

  private void lamp(FailureMode mode, Lamps lamps) throws IOException {
    String words = lamps.words(mode);
    String style =
        lamps.isLit(mode) ? lamps.worst(mode).words() : words.isEmpty() ? "clear" : "suppressed";
    String inner = "<span class=\"lamp " + style + "\"></span><span class=\"words\"><b>"
        + mode.title() + "</b><small>" + (words.isEmpty() ? "clear" : words) + "</small></span>";
    Optional<String> first = first(mode);
    out.write(
        first.isPresent()
            ? "<li><a href=\"#" + first.get() + "\">" + inner + "</a></li>\n"
            : "<li><span class=\"none\">" + inner + "</span></li>\n");
  }

  /** What leads to the first finding of a mode. */
  private Optional<String> first(FailureMode mode) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).finding().mode() == mode) {
        return Optional.of("f" + (i + 1));
      }
    }
    return Optional.empty();
  }

  private void contents() throws IOException {
    if (migrations.size() < 2) {
      return;
    }
    String folder = commonFolder();
    String where =
        folder.isEmpty() ? "" : " in <span class=\"path\">" + Html.text(folder) + "</span>";
    out.write("<nav aria-label=\"Files\"><h4>Files" + where + "</h4>\n<ul class=\"contents\">\n");
    for (Migration migration : migrations.values()) {
      String style = worst(migration).map(Severity::words).orElse("clear");
      out.write("<li><span class=\"lamp " + style + "\"></span><a href=\"#" + migration.id + "\">"
          + Html.text(migration.path.substring(folder.length())) + "</a><small>"
          + Count.of(migration.findings.size(), "finding") + "</small></li>\n");
    }
    out.write("</ul></nav>\n");
  }

  /** The folder that all files lie in, with its slash; empty where there is none. */
  private String commonFolder() {
    List<String> paths = List.copyOf(migrations.keySet());
    String folder = paths.get(0).substring(0, paths.get(0).lastIndexOf('/') + 1);
    for (String path : paths) {
      while (!path.startsWith(folder)) {
        folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      }
    }
    return folder;
  }

  /** The folder in a quieter voice than the name. */
  private static String path(Migration migration) {
    int slash = migration.path.lastIndexOf('/') + 1;
    return "<span class=\"folder\">" + Html.text(migration.path.substring(0, slash)) + "</span>"
        + Html.text(migration.path.substring(slash));
  }

  private static Optional<Severity> worst(Migration migration) {
    return migration.findings.values().stream()
        .map(found -> found.finding().severity())
        .max(Severity::compareTo);
  }

  private void section(Migration migration) throws IOException {
    out.write("<section class=\"migration\" id=\"" + migration.id + "\">\n<h2>" + path(migration)
        + "</h2>\n");
    for (Map.Entry<String, LocatedFinding> found : migration.findings.entrySet()) {
      new HtmlFinding(found.getValue(), result.sources(), out).write(found.getKey());
    }
    HtmlLocks locks = migration.locks(out);
    if (!locks.isEmpty()) {
      locks.write();
    }
    out.write("</section>\n");
  }

  private void lockedOnly() throws IOException {
    if (withoutFindings.isEmpty()) {
      return;
    }
    String what = Count.of(withoutFindings.size(), "migration") + " without findings";
    out.write("<details><summary>What is locked by " + what + "</summary>\n");
    for (Migration migration : withoutFindings) {
      section(migration);
    }
    out.write("</details>\n");
  }
}
