package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.report.Width;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/** Errors and notices as psql tells them. */
final class ServerWords {
  private ServerWords() {}

  /**
   * The lines of an error.
   *
   * @param sql the statement, of which the wrong place is shown
   */
  static List<String> of(SQLException error, String sql) {
    List<String> lines = new ArrayList<>();
    Optional<ServerErrorMessage> told = error instanceof PSQLException server
        ? Optional.ofNullable(server.getServerErrorMessage())
        : Optional.empty();
    if (told.isPresent()) {
      addAll(told.get(), sql, lines);
    } else {
      add("ERROR", Optional.ofNullable(error.getMessage()), lines);
    }
    add("SQLSTATE", Optional.ofNullable(error.getSQLState()), lines);
    return lines;
  }

  static List<String> of(SQLWarning notice) {
    List<String> lines = new ArrayList<>();
    Optional<ServerErrorMessage> told = notice instanceof PSQLWarning server
        ? Optional.ofNullable(server.getServerErrorMessage())
        : Optional.empty();
    if (told.isPresent()) {
      addAll(told.get(), "", lines);
    } else {
      add("WARNING", Optional.ofNullable(notice.getMessage()), lines);
    }
    return lines;
  }

  private static void addAll(ServerErrorMessage message, String sql, List<String> lines) {
    String severity = Optional.ofNullable(message.getSeverity()).orElse("ERROR");
    add(severity, Optional.ofNullable(message.getMessage()), lines);
    addPlace(message.getPosition(), sql, lines);
    add("DETAIL", Optional.ofNullable(message.getDetail()), lines);
    add("HINT", Optional.ofNullable(message.getHint()), lines);
    if (severity.equals("ERROR")) {
      add("CONTEXT", Optional.ofNullable(message.getWhere()), lines);
    }
  }

  private static void add(String label, Optional<String> text, List<String> lines) {
    if (text.isPresent()) {
      List<String> all = CellText.lines(text.get());
      lines.add(CellText.line(label) + ":  " + all.get(0));
      lines.addAll(all.subList(1, all.size()));
    }
  }

  /** The line of the statement in which the wrong place is, and a caret under it. */
  private static void addPlace(int position, String sql, List<String> lines) {
    if (position <= 0 || position > sql.codePointCount(0, sql.length())) {
      return;
    }
    int at = sql.offsetByCodePoints(0, position - 1);
    int start = sql.lastIndexOf('\n', at - 1) + 1;
    int end = sql.indexOf('\n', at) < 0 ? sql.length() : sql.indexOf('\n', at);
    long line = sql.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    String label = "LINE " + line + ": ";
    String before = CellText.line(sql.substring(start, at));
    lines.add(label + CellText.line(sql.substring(start, Math.max(at, end))));
    lines.add(" ".repeat(label.length() + Width.of(before)) + "^");
  }
}
