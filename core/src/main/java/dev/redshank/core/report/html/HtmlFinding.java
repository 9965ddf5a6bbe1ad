package dev.redshank.core.report.html;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One finding: what is wrong, the code, the safe version. */
final class HtmlFinding {
  private static final int LONGEST_SQL = 4_000;

  private final LocatedFinding found;
  private final Map<String, SourceText> sources;
  private final Writer out;

  HtmlFinding(LocatedFinding found, Map<String, SourceText> sources, Writer out) {
    this.found = found;
    this.sources = sources;
    this.out = out;
  }

  /**
   * Writes it.
   *
   * @param id what leads to it inside the page
   */
  void write(String id) throws IOException {
    Finding finding = found.finding();
    String severity = finding.severity().words();
    Position start = found.source().position(finding.span().start());
    out.write("<article class=\"finding " + severity + "\" id=\"" + id + "\">\n<header><b>"
        + severity + "</b> <code>" + Html.text(finding.rule().value()) + "</code><span>"
        + Html.text(finding.mode().title()) + ", line " + start.line() + "</span></header>\n");
    out.write("<h3>" + Html.text(finding.message()) + "</h3>\n");
    frames(finding);
    for (Uncertainty fact : finding.uncertain()) {
      if (!finding.message().contains(fact.reason())) {
        out.write("<p class=\"note\">Not certain: " + Html.text(fact.reason()) + "</p>\n");
      }
    }
    if (finding.fix().isPresent()) {
      out.write(HtmlFix.of(finding.fix().get(), found.source()));
    }
    recipe(finding.recipe());
    out.write("<p class=\"help\"><code>redshank rules "
        + Html.text(finding.rule().value()) + "</code> says why.</p>\n</article>\n");
  }

  private void frames(Finding finding) throws IOException {
    List<HtmlFrame.Mark> here = new ArrayList<>();
    Map<String, List<HtmlFrame.Mark>> elsewhere = new LinkedHashMap<>();
    here.add(new HtmlFrame.Mark(finding.span(), finding.severity().words(), ""));
    for (RelatedPlace related : finding.related()) {
      String path = related.place().path();
      Span span = related.place().span();
      HtmlFrame.Mark mark = new HtmlFrame.Mark(span, "related", related.message());
      if (path.equals(found.source().path())) {
        here.add(mark);
      } else {
        elsewhere.computeIfAbsent(path, unused -> new ArrayList<>()).add(mark);
      }
    }
    if (!found.source().file().isEmpty()) {
      out.write(HtmlFrame.of(found.source(), here));
    }
    for (Map.Entry<String, List<HtmlFrame.Mark>> other : elsewhere.entrySet()) {
      out.write("<p class=\"path\">" + Html.text(other.getKey()) + "</p>\n");
      SourceText source = sources.get(other.getKey());
      if (source != null) {
        out.write(HtmlFrame.of(source, other.getValue()));
      }
    }
  }

  private void recipe(List<String> recipe) throws IOException {
    if (recipe.isEmpty()) {
      return;
    }
    out.write("<h4>Instead</h4>\n<pre class=\"sql\">");
    for (String part : recipe) {
      for (String line : cut(part).split("\r\n|\r|\n", -1)) {
        String text = Html.text(line);
        out.write(line.startsWith("--") ? "<i>" + text + "</i>\n" : text + "\n");
      }
    }
    out.write("</pre>\n");
  }

  private static String cut(String sql) {
    return sql.length() <= LONGEST_SQL ? sql : sql.substring(0, LONGEST_SQL) + " …";
  }
}
