package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code CREATE TYPE}.
 *
 * @param labels the values of an enum
 */
public record CreateType(ObjectName name, TypeForm form, List<String> labels, Span span)
    implements Statement {
  public CreateType {
    labels = List.copyOf(labels);
  }

  @Override
  public String kind() {
    return "CREATE TYPE";
  }

  /** What kind of type is made. */
  public enum TypeForm {
    COMPOSITE,
    ENUM,
    RANGE,
    BASE,
    SHELL
  }
}
