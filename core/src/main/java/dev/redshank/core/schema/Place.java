package dev.redshank.core.schema;

import dev.redshank.core.text.Span;

/** A place in a migration. */
public record Place(String path, Span span) {
  // By hand: a record's own are linked at run time, which every cold start would pay for.
  @Override
  public boolean equals(Object other) {
    return other instanceof Place that && span.equals(that.span) && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + span.hashCode();
  }
}
