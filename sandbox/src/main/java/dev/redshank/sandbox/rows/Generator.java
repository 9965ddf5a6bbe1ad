package dev.redshank.sandbox.rows;

import java.util.function.UnaryOperator;

/**
 * Makes values of one type from numbers.
 *
 * @param size how many different values there are; numbers 0 to {@code size - 1} make them
 * @param value the SQL of a value, from the SQL of its number (a bigint, not negative)
 */
record Generator(long size, UnaryOperator<String> value) {
  /** More than any table is filled with. */
  static final long PLENTY = 1_000_000_000L;

  static Generator plenty(UnaryOperator<String> value) {
    return new Generator(PLENTY, value);
  }

  /** One that begins again when its values are used up. */
  static Generator of(long size, UnaryOperator<String> value) {
    return new Generator(size, number -> value.apply("((" + number + ") % " + size + ")"));
  }

  /** Always the same value. */
  static Generator always(String value) {
    return new Generator(1, number -> value);
  }

  String at(String number) {
    return value.apply(number);
  }

  boolean isPlenty() {
    return size >= PLENTY;
  }

  Generator map(UnaryOperator<String> change) {
    return new Generator(size, number -> change.apply(value.apply(number)));
  }
}
