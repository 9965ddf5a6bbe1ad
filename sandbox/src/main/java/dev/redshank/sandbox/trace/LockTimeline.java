package dev.redshank.sandbox.trace;

import dev.redshank.core.report.LockWords;
import dev.redshank.core.report.html.Html;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.RelationKind;
import dev.redshank.sandbox.text.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who is locked when, across a deploy: a row for each table, a bar for each lock, as inline SVG. */
final class LockTimeline {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 22;
  private static final double THINNEST = 2;

  private final List<TracedMigration> deploy;
  private final double total;

  LockTimeline(List<TracedMigration> deploy) {
    this.deploy = deploy;
    this.total = Math.max(
        0.01, statements().stream().mapToDouble(LockTimeline::end).max().orElse(0));
  }

  private List<TracedStatement> statements() {
    return deploy.stream().flatMap(each -> each.statements().stream()).toList();
  }

  private static double end(TracedStatement statement) {
    double own = statement
        .measured()
        .map(measured -> Quantity.roundedMillis(statement.start().plus(measured.took())))
        .orElseGet(() -> Quantity.roundedMillis(statement.start()));
    return statement.locks().stream()
        .mapToDouble(lock -> Quantity.roundedMillis(lock.until()))
        .reduce(own, Math::max);
  }

  /** Nothing where no table was locked. */
  String html() {
    Map<RelationName, List<TracedLock>> tables = new TreeMap<>();
    for (TracedStatement statement : statements()) {
      for (TracedLock lock : statement.locks()) {
        if (lock.kind() != RelationKind.INDEX && lock.kind() != RelationKind.SEQUENCE) {
          tables.computeIfAbsent(lock.relation(), name -> new ArrayList<>()).add(lock);
        }
      }
    }
    if (tables.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<div class=\"timeline\">\n");
    tables.forEach((name, locks) -> html.append(row(name, locks)));
    html.append("<div class=\"axis\"><span>0</span><span>")
        .append(String.format(Locale.ROOT, "%.1f ms", total))
        .append("</span></div>\n</div>\n");
    return html.toString();
  }

  private String row(RelationName name, List<TracedLock> locks) {
    StringBuilder svg = new StringBuilder();
    svg.append("<div class=\"row\"><span class=\"name\">")
        .append(Html.text(name.toString()))
        .append("</span><svg viewBox=\"0 0 ")
        .append(WIDTH + " " + HEIGHT)
        .append("\" preserveAspectRatio=\"none\" role=\"img\"><title>")
        .append(Html.text("Locks on " + name))
        .append("</title>\n");
    for (TracedStatement statement : statements()) {
      double x = place(Quantity.roundedMillis(statement.start()));
      svg.append(String.format(
          Locale.ROOT, "<line class=\"tick\" x1=\"%.1f\" x2=\"%.1f\" y2=\"%d\"/>", x, x, HEIGHT));
    }
    List<TracedLock> weakFirst = new ArrayList<>(locks);
    weakFirst.sort(Comparator.comparing(TracedLock::mode));
    weakFirst.forEach(lock -> svg.append(bar(lock)));
    return svg.append("</svg></div>\n").toString();
  }

  private String bar(TracedLock lock) {
    double from = place(Quantity.roundedMillis(lock.since()));
    double width = Math.max(THINNEST, place(Quantity.roundedMillis(lock.until())) - from);
    String words = "%s on %s, held %s: %s"
        .formatted(
            lock.mode().words(),
            lock.relation(),
            Quantity.time(lock.until().minus(lock.since())),
            LockWords.waits(lock.mode()));
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"3\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>\n",
        LockWords.strength(lock.mode()),
        Math.min(from, WIDTH - THINNEST),
        width,
        HEIGHT - 6,
        Html.text(words));
  }

  private double place(double millis) {
    return WIDTH * millis / total;
  }
}
