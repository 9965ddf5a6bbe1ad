package dev.redshank.core.statement;

import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A statement with all that it holds, one part a line, with the text that the part's span covers: a wrong span shows as
 * wrong text.
 */
final class StatementOutline {
  private static final int HEAD = 70;
  private static final int TAIL = 25;

  private final SourceText source;
  private final List<String> lines = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  StatementOutline(SourceText source, Statement statement) {
    this.source = source;
    line(0, statement.kind() + " " + statement.getClass().getSimpleName(), statement.span());
    components(0, statement);
  }

  List<String> lines() {
    return lines;
  }

  /** The span of each part that has one, the statement's first. */
  List<Span> spans() {
    return spans;
  }

  private void components(int depth, Object holder) {
    for (RecordComponent component : holder.getClass().getRecordComponents()) {
      if (!component.getName().equals("span")) {
        part(depth + 1, component.getName(), value(holder, component));
      }
    }
  }

  private static Object value(Object holder, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(holder);
    } catch (ReflectiveOperationException problem) {
      throw new AssertionError(problem);
    }
  }

  private void part(int depth, String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> part(depth, name, present));
    } else if (value instanceof Collection<?> several) {
      several(depth, name, several);
    } else if (value instanceof SqlExpression expression) {
      line(depth, name, expression.span());
    } else if (value instanceof Tokens tokens) {
      line(depth, name, tokens.isEmpty() ? new Span(0, 0) : tokens.span());
    } else if (value instanceof Identifier identifier) {
      line(depth, name + " " + identifier.name(), identifier.span());
    } else if (value instanceof ObjectName object) {
      line(depth, name + " " + object, object.span());
    } else if (value instanceof TypeName type) {
      line(depth, name + " " + type, type.span());
    } else if (value instanceof Record holder) {
      holder(depth, name, holder);
    } else if (!Boolean.FALSE.equals(value)) {
      lines.add("  ".repeat(depth)
          + name
          + (Boolean.TRUE.equals(value) ? "" : " = " + oneLine(String.valueOf(value))));
    }
  }

  private void several(int depth, String name, Collection<?> values) {
    boolean texts = !values.isEmpty() && values.stream().allMatch(value -> value instanceof String);
    if (texts) {
      List<String> sorted = values.stream().map(String::valueOf).toList();
      lines.add("  ".repeat(depth) + name + " = "
          + oneLine(String.join(
              ", ", values instanceof List ? sorted : sorted.stream().sorted().toList())));
      return;
    }
    values.forEach(value -> part(depth, name, value));
  }

  private void holder(int depth, String name, Record holder) {
    if (holder.equals(Constraint.Traits.NONE)) {
      return;
    }
    String title = name + " " + holder.getClass().getSimpleName();
    Optional<RecordComponent> span = List.of(holder.getClass().getRecordComponents()).stream()
        .filter(component -> component.getType() == Span.class)
        .findFirst();
    if (span.isPresent()) {
      line(depth, title, (Span) value(holder, span.get()));
    } else {
      lines.add("  ".repeat(depth) + title);
    }
    components(depth, holder);
  }

  private void line(int depth, String title, Span span) {
    Position start = source.position(span.start());
    Position end = source.position(span.end());
    String place = start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column();
    spans.add(span);
    lines.add("  ".repeat(depth) + title + " " + place + " «" + oneLine(source.slice(span)) + "»");
  }

  private static String oneLine(String text) {
    String line = text.replace("\r", "").replace("\n", "⏎");
    return line.length() <= HEAD + TAIL
        ? line
        : line.substring(0, HEAD) + " … " + line.substring(line.length() - TAIL);
  }
}
