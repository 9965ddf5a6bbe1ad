package dev.redshank.core.report;

/**
 * How text is laid out.
 *
 * @param width columns of the terminal
 * @param colour whether colours are written
 */
public record TextOptions(int width, boolean colour) {
  /** 100 columns, no colour. */
  public static final TextOptions PLAIN = new TextOptions(100, false);

  public TextOptions {
    width = Math.max(40, Math.min(width, 200));
  }
}
