package dev.redshank.sandbox.trace;

import dev.redshank.core.report.LockWords;
import dev.redshank.core.report.html.Html;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.measure.RelationKind;
import dev.redshank.sandbox.rows.Filled;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What migrations did, as one page that needs nothing else: a timeline of locks for each deploy, and a
 * table of statements for each migration.
 */
public final class TraceHtml {
  private final Trace trace;
  private final Appendable out;

  private TraceHtml(Trace trace, Appendable out) {
    this.trace = trace;
    this.out = out;
  }

  /**
   * @param version of Redshank
   */
  public static void write(Trace trace, String version, Appendable out) throws IOException {
    TraceHtml page = new TraceHtml(trace, out);
    page.head();
    page.summary();
    page.filled();
    page.deploys();
    page.line("<footer>Redshank " + Html.text(version) + "</footer>");
    page.line("</main></body></html>");
  }

  private void head() throws IOException {
    line("<!doctype html>");
    line("<html lang=\"en\"><head><meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<meta name=\"color-scheme\" content=\"light dark\">");
    line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; img-src data:\">");
    line("<link rel=\"icon\" href=\"data:,\">");
    line("<title>Redshank trace</title>");
    line("<style>\n" + style() + "</style></head><body><main>");
  }

  private static String style() throws IOException {
    try (InputStream css = TraceHtml.class.getResourceAsStream("trace.css")) {
      return new String(
          Objects.requireNonNull(css, "trace.css").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void summary() throws IOException {
    line("<h1>What these migrations did on PostgreSQL " + Html.text(trace.server()) + "</h1>");
    int disagreements = trace.disagreements();
    line("<ul class=\"facts\">");
    fact("migrations", String.valueOf(trace.migrations().size()), "");
    fact("statements", String.valueOf(trace.statements().size()), "");
    fact("rows", String.valueOf(trace.options().rows()), "");
    fact("differences", String.valueOf(disagreements), disagreements > 0 ? "bad" : "good");
    int alarms = trace.alarms().size();
    fact("alarms", String.valueOf(alarms), alarms > 0 ? "bad" : "good");
    line("</ul>");
    for (TraceAlarm alarm : trace.alarms()) {
      note("bad", "Alarm: " + alarm.path() + ":" + alarm.line() + ": " + alarm.message());
    }
    Optional<TraceFailure> failure = trace.failure();
    if (failure.isPresent()) {
      String what = trace.historyFailure().isPresent() ? "History cannot be set up: " : "Failed: ";
      note("bad", what + words(failure.get()));
    }
    if (!trace.notRun().isEmpty()) {
      String count = Quantity.count(trace.notRun().size(), "migration");
      line("<details class=\"warn\"><summary>" + count + " not run because of that</summary><ul>");
      for (String path : trace.notRun()) {
        line("<li>" + Html.text(path) + "</li>");
      }
      line("</ul></details>");
    }
  }

  private static String words(TraceFailure failure) {
    return failure.path()
        + ":"
        + failure.position().line()
        + ": "
        + failure.what()
        + ": "
        + failure.sqlState()
        + " "
        + failure.message();
  }

  private void fact(String name, String value, String style) throws IOException {
    line(
        "<li class=\"" + style + "\"><b>" + Html.text(value) + "</b> " + Html.text(name) + "</li>");
  }

  private void note(String style, String words) throws IOException {
    line("<p class=\"note " + style + "\">" + Html.text(words) + "</p>");
  }

  private void filled() throws IOException {
    if (trace.filled().isEmpty()) {
      return;
    }
    line("<details><summary>Rows that the deploy met</summary><div class=\"scroll\"><table>");
    line("<tr><th>table</th><th class=\"number\">rows</th><th>why not more</th></tr>");
    for (Filled table : trace.filled()) {
      String style = table.reason().isPresent() ? " class=\"warn\"" : "";
      line("<tr" + style + "><td>" + Html.text(table.table().toString())
          + "</td><td class=\"number\">" + table.rows() + "</td><td>"
          + Html.text(
              (table.isEmpty() ? "measured empty: " : "") + table.reason().orElse(""))
          + "</td></tr>");
    }
    line("</table></div></details>");
  }

  private void deploys() throws IOException {
    line("<p class=\"legend\">While a lock is held, who waits: <span class=\"lock reads\">reads and"
        + " writes</span>, <span class=\"lock writes\">writes</span>, <span class=\"lock weak\">other"
        + " DDL only</span>. Times are those of the statements alone.</p>");
    List<TracedMigration> deploy = new ArrayList<>();
    for (TracedMigration migration : trace.migrations()) {
      if (!deploy.isEmpty() && deploy.get(0).deploy() != migration.deploy()) {
        deploy(deploy);
        deploy.clear();
      }
      deploy.add(migration);
    }
    if (!deploy.isEmpty()) {
      deploy(deploy);
    }
  }

  private void deploy(List<TracedMigration> deploy) throws IOException {
    line("<section>");
    if (deploy.size() > 1) {
      line("<h2>" + Quantity.count(deploy.size(), "migration") + " in one deploy</h2>");
      out.append(new LockTimeline(deploy).html());
    }
    for (TracedMigration migration : deploy) {
      line("<h2>" + Html.text(migration.file().path()) + "</h2>");
      if (deploy.size() == 1) {
        out.append(new LockTimeline(deploy).html());
      }
      statements(migration);
    }
    line("</section>");
  }

  private void statements(TracedMigration migration) throws IOException {
    line("<div class=\"scroll\"><table class=\"statements\">");
    line("<tr><th>line</th><th>statement</th><th>locks</th><th>work</th>"
        + "<th class=\"number\">time</th><th class=\"number\">WAL</th><th>linter</th></tr>");
    for (TracedStatement statement : migration.statements()) {
      statement(statement);
    }
    line("</table></div>");
  }

  private void statement(TracedStatement statement) throws IOException {
    Optional<Measured> measured = statement.measured();
    line("<tr><td>" + statement.position().line() + "</td>");
    line("<td><pre>" + Html.text(shortened(statement.sql())) + "</pre></td>");
    line("<td>" + locks(statement) + "</td>");
    line("<td>" + work(statement) + "</td>");
    line("<td class=\"number\">"
        + measured.map(each -> Quantity.time(each.took())).orElse("") + "</td>");
    line("<td class=\"number\">"
        + measured.map(each -> Quantity.bytes(each.walBytes())).orElse("") + "</td>");
    String verdict = statement.agrees()
        ? "<span class=\"good\">" + (measured.isPresent() ? "agrees" : "") + "</span>"
        : statement.differences().stream()
            .map(difference -> "<span class=\"bad\">" + Html.text(difference) + "</span>")
            .collect(Collectors.joining("<br>"));
    line("<td>" + verdict + "</td></tr>");
  }

  private static String shortened(String sql) {
    return sql.length() > 2_000 ? sql.substring(0, 2_000) + " …" : sql;
  }

  private static String locks(TracedStatement statement) {
    return statement.locks().stream()
        .filter(lock -> lock.kind() != RelationKind.INDEX && lock.kind() != RelationKind.SEQUENCE)
        .map(lock -> "<span class=\"lock %s\" title=\"%s\">%s</span> %s, %s"
            .formatted(
                LockWords.strength(lock.mode()),
                Html.text(LockWords.waits(lock.mode())),
                Html.text(lock.mode().words()),
                Html.text(lock.relation().toString()),
                Quantity.time(lock.until().minus(lock.since()))))
        .collect(Collectors.joining("<br>"));
  }

  private static String work(TracedStatement statement) {
    List<String> lines = new ArrayList<>();
    statement.skipped().ifPresent(skipped -> lines.add("not run: " + skipped.reason()));
    statement.measured().ifPresent(measured -> {
      list("rewrites", measured.rewrites(), lines);
      list("scans", measured.scans(), lines);
      list("builds", measured.builds(), lines);
      if (measured.rowsWritten() > 0) {
        lines.add("writes " + Quantity.count(measured.rowsWritten(), "row"));
      }
      if (measured.waitsForSnapshots()) {
        lines.add("waits for every older transaction");
      }
      if (measured.mustRunOutsideTransaction()) {
        lines.add("must run outside a transaction");
      }
      measured
          .sqlState()
          .ifPresent(state -> lines.add("fails with " + state + " " + measured.message()));
    });
    statement.replica().ifPresent(lag -> lines.add("replica " + lag.words()));
    list("leaves invalid", statement.left().invalidIndexes(), lines);
    list("not validated", statement.left().notValidated(), lines);
    if (!statement.holding().isEmpty()) {
      lines.add(statement.holding().entrySet().stream()
          .map(each -> each.getValue().words() + " on " + each.getKey())
          .collect(Collectors.joining(", ", "meanwhile held: ", "")));
    }
    return lines.stream().map(Html::text).collect(Collectors.joining("<br>"));
  }

  private static void list(String what, Collection<?> names, List<String> lines) {
    if (!names.isEmpty()) {
      lines.add(
          names.stream().map(String::valueOf).collect(Collectors.joining(", ", what + " ", "")));
    }
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
