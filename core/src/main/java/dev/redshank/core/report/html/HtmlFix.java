package dev.redshank.core.report.html;

import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.Fix;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A fix as the lines that go and the lines that come. */
final class HtmlFix {
  private static final int MOST_LINES = 40;

  private HtmlFix() {}

  static String of(Fix fix, SourceText source) {
    List<Edit> edits = new ArrayList<>(fix.edits());
    edits.sort(Comparator.comparingInt(edit -> edit.span().start()));
    StringBuilder html = new StringBuilder("<h4>Fix</h4>\n<p>");
    html.append(Html.text(fix.title())).append(fix.safe() ? "." : " (look at what it changes).");
    html.append("</p>\n");
    if (edits.isEmpty()) {
      return html.toString();
    }
    Span lines = lines(edits, source);
    List<String> before = split(source.slice(lines));
    List<String> after = split(edited(edits, lines, source));
    int same = 0;
    while (same < Math.min(before.size(), after.size())
        && before.get(same).equals(after.get(same))) {
      same++;
    }
    html.append("<pre class=\"diff\">");
    changed("del", "-", before.subList(same, before.size()), html);
    changed("ins", "+", after.subList(same, after.size()), html);
    return html.append("</pre>\n").toString();
  }

  private static void changed(String element, String sign, List<String> lines, StringBuilder html) {
    int shown = Math.min(lines.size(), MOST_LINES);
    for (String line : lines.subList(0, shown)) {
      html.append('<').append(element).append('>').append(sign).append(' ');
      html.append(Html.text(line)).append("\n</").append(element).append('>');
    }
    if (shown < lines.size()) {
      html.append("<i>… and ").append(lines.size() - shown).append(" more lines\n</i>");
    }
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }

  private static Span lines(List<Edit> edits, SourceText source) {
    int first = source.position(edits.get(0).span().start()).line();
    int last = source.position(edits.get(edits.size() - 1).span().end()).line();
    return source.line(first).to(source.line(last));
  }

  private static String edited(List<Edit> edits, Span lines, SourceText source) {
    StringBuilder text = new StringBuilder();
    int at = lines.start();
    for (Edit edit : edits) {
      text.append(source.slice(new Span(at, Math.max(at, edit.span().start()))));
      text.append(edit.text());
      at = Math.max(at, edit.span().end());
    }
    return text.append(source.slice(new Span(at, Math.max(at, lines.end())))).toString();
  }
}
