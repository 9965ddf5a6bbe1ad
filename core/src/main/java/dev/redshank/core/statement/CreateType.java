package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code CREATE TYPE}.
 *
 * @param labels the values of an enum
 * @param attributes the attributes of a composite type
 */
public record CreateType(
    ObjectName name,
    TypeForm form,
    List<String> labels,
    List<ColumnDefinition> attributes,
    Span span)
    implements Statement {
  public CreateType {
    labels = List.copyOf(labels);
    attributes = List.copyOf(attributes);
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
