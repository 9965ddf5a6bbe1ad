package dev.redshank.sandbox.replay.result;

import dev.redshank.sandbox.text.Quantity;

/** A number that a report shows and no verdict rests on, such as the longest wait in ms. */
public record Figure(String name, double value, String unit) {
  /** The value with its unit, as people read it. */
  public String words() {
    return switch (unit) {
      case "ms" -> Quantity.millis(value);
      case "B", "bytes" -> Quantity.bytes(value);
      case "" -> Quantity.decimal(value);
      default -> Quantity.decimal(value) + " " + unit;
    };
  }
}
