package dev.redshank.core.text;

/**
 * A half-open range of a file, in UTF-16 units after a byte order mark.
 *
 * @param start offset of the first unit
 * @param end offset behind the last unit
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }

  /** The smallest span that holds this one and {@code other}. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Whether every unit of {@code other} lies inside this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The number of UTF-16 units. */
  public int length() {
    return end - start;
  }

  // By hand: a record's own are linked at run time, which every cold start would pay for.
  @Override
  public boolean equals(Object other) {
    return other instanceof Span that && start == that.start && end == that.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
