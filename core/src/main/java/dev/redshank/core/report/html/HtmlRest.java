package dev.redshank.core.report.html;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.NotRead;
import dev.redshank.core.lint.Suppressed;
import dev.redshank.core.report.Count;
import dev.redshank.core.text.SourceText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What is folded away behind the findings: what was not read, and what somebody accepted. */
final class HtmlRest {
  private static final int MOST = 500;

  private final LintResult result;
  private final Writer out;

  HtmlRest(LintResult result, Writer out) {
    this.result = result;
    this.out = out;
  }

  void write() throws IOException {
    fold("not-read", "part", "not read", result.notRead(), this::notRead);
    fold("suppressed", "finding", "suppressed", result.suppressed(), this::suppressed);
    List<LocatedFinding> unchanged = result.unchanged().orElse(List.of());
    fold("baseline", "finding", "in the baseline", unchanged, this::known);
  }

  /** Writes one of many things. */
  private interface Item<T> {
    void write(T item) throws IOException;
  }

  private <T> void fold(String id, String noun, String what, List<T> all, Item<T> item)
      throws IOException {
    if (all.isEmpty()) {
      return;
    }
    out.write("<details id=\"" + id + "\"><summary>" + Count.of(all.size(), noun) + " " + what
        + "</summary>\n<ul class=\"rest\">\n");
    for (T one : all.subList(0, Math.min(all.size(), MOST))) {
      out.write("<li>");
      item.write(one);
      out.write("</li>\n");
    }
    if (all.size() > MOST) {
      out.write("<li>… and " + (all.size() - MOST) + " more</li>\n");
    }
    out.write("</ul></details>\n");
  }

  private void notRead(NotRead part) throws IOException {
    SourceText source = result.sources().get(part.path());
    int line = source == null ? 1 : source.position(part.span().start()).line();
    place(part.path(), line, part.reason());
    if (source != null) {
      out.write(HtmlFrame.of(source, List.of(new HtmlFrame.Mark(part.span(), "warning", ""))));
    }
  }

  private void suppressed(Suppressed one) throws IOException {
    known(one.finding());
    List<String> words = new ArrayList<>();
    one.reason().ifPresent(words::add);
    one.until().ifPresent(day -> words.add("until " + day));
    words.add("by " + one.by().words().replace('-', ' '));
    out.write("<p class=\"note\">" + Html.text(String.join("; ", words)) + "</p>");
  }

  private void known(LocatedFinding found) throws IOException {
    int line = found.source().position(found.finding().span().start()).line();
    place(found.source().path(), line, found.finding().message());
    out.write(
        "<p class=\"note\"><code>" + Html.text(found.finding().rule().value()) + "</code></p>");
  }

  private void place(String path, int line, String words) throws IOException {
    out.write("<p><span class=\"path\">" + Html.text(path) + ":" + line + "</span> "
        + Html.text(words) + "</p>");
  }
}
