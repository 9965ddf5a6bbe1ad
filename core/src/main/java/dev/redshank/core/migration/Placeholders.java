package dev.redshank.core.migration;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.SourceText.Segment;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values of a tool's placeholders, such as {@code ${app_role}}. A text whose placeholders are
 * replaced still knows the places of the file.
 *
 * @param values by name; a placeholder without one stays as it is
 */
public record Placeholders(Map<String, String> values) {
  private static final String OPEN = "${";

  public Placeholders {
    values = Map.copyOf(values);
  }

  /** Reads texts as {@code reader} does, and replaces the placeholders in them. */
  public Reading.Reader in(Reading.Reader reader) {
    return values.isEmpty() ? reader : file -> replaced(reader.read(file));
  }

  private Reading replaced(Reading reading) {
    return new Reading(reading.source().map(this::replaced), reading.problem());
  }

  private SourceText replaced(SourceText source) {
    String text = source.content();
    StringBuilder content = new StringBuilder();
    List<Segment> segments = new ArrayList<>();
    int copied = 0;
    for (int at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) {
      int end = text.indexOf('}', at);
      String value = end < 0 ? null : values.get(text.substring(at + OPEN.length(), end));
      if (value != null) {
        add(text.substring(copied, at), copied, at, true, content, segments);
        add(value, at, end + 1, false, content, segments);
        copied = end + 1;
      }
    }
    if (segments.isEmpty()) {
      return source;
    }
    add(text.substring(copied), copied, text.length(), true, content, segments);
    return source.mapped(content.toString(), segments);
  }

  private static void add(
      String part,
      int from,
      int to,
      boolean verbatim,
      StringBuilder content,
      List<Segment> segments) {
    if (!part.isEmpty()) {
      segments.add(new Segment(content.length(), part.length(), new Span(from, to), verbatim));
      content.append(part);
    }
  }
}
