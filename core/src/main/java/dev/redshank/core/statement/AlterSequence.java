package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/** {@code ALTER SEQUENCE} with options of its own, given by their first word in upper case, such as {@code RESTART} or {@code OWNED}; that of {@code NO CYCLE} is {@code CYCLE}. */
public record AlterSequence(ObjectName name, boolean ifExists, List<String> options, Span span)
    implements Statement {
  public AlterSequence {
    options = List.copyOf(options);
  }

  @Override
  public String kind() {
    return "ALTER SEQUENCE";
  }
}
