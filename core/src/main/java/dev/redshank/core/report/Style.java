package dev.redshank.core.report;

import dev.redshank.core.finding.Severity;

/** How text looks on a terminal, in codes of ECMA-48. */
public enum Style {
  BOLD("1"),
  DIM("2"),
  RED("1;31"),
  YELLOW("1;33"),
  BLUE("1;34"),
  CYAN("36"),
  GREEN("32");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The colour of a severity. */
  public static Style of(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case NOTE -> BLUE;
    };
  }

  /** The text as it looks, where colours are written. */
  public String apply(String text, boolean colour) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
