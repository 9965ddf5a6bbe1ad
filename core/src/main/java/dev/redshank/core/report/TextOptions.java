package dev.redshank.core.report;

import java.util.Optional;

/**
 * How text is laid out.
 *
 * @param width columns of the terminal
 * @param colour whether colours are written
 * @param root the URI of the folder that paths are relative to, with a slash at its end, for terminals that
 *     open links; empty where links are not written
 */
public record TextOptions(int width, boolean colour, Optional<String> root) {
  /** 100 columns, no colour. */
  public static final TextOptions PLAIN = new TextOptions(100, false);

  public TextOptions {
    width = Math.max(40, Math.min(width, 200));
  }

  /** Without links. */
  public TextOptions(int width, boolean colour) {
    this(width, colour, Optional.empty());
  }
}
