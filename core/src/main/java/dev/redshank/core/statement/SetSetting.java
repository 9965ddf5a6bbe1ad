package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code SET} of a setting, or {@code SELECT set_config(…)} with constants.
 *
 * @param name folded, such as {@code lock_timeout}; SET TIME ZONE is {@code timezone}
 * @param values their constants without quotes; none for DEFAULT
 * @param local SET LOCAL, or set_config with true
 * @param function whether it is set_config
 */
public record SetSetting(
    String name, List<String> values, boolean local, boolean function, Span span)
    implements Statement {
  public SetSetting {
    values = List.copyOf(values);
  }

  @Override
  public String kind() {
    return function ? "SELECT" : "SET";
  }
}
