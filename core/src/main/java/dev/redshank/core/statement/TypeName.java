package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * A type as a column or cast names it.
 *
 * @param name the type without its modifiers: built-in aliases normalised to PostgreSQL's internal name ({@code
 *     int4}, {@code varchar}, {@code timestamptz}), {@code serial2}, {@code serial4}, {@code serial8} as
 *     such, other types as written and folded, with their schema
 * @param modifiers what stands in parentheses, such as 10 and 2 of {@code numeric(10,2)}; the 1 that {@code char}
 *     and {@code bit} alone mean; before its precision, the fields of an interval such as {@code year to month}
 * @param dimensions how many array brackets follow; 0 for a type that is no array
 * @param span where it is written
 */
public record TypeName(ObjectName name, List<String> modifiers, int dimensions, Span span) {
  public TypeName {
    modifiers = List.copyOf(modifiers);
  }

  /** Whether it is one of the pseudo types that make a sequence and a default. */
  public boolean isSerial() {
    return dimensions == 0
        && name.schema().isEmpty()
        && (name.name().equals("serial2")
            || name.name().equals("serial4")
            || name.name().equals("serial8"));
  }

  /** Such as {@code varchar(20)} or {@code int4[]}. */
  @Override
  public String toString() {
    String arguments = modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")";
    return name + arguments + "[]".repeat(dimensions);
  }
}
