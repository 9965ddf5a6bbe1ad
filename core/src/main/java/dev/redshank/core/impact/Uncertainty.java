package dev.redshank.core.impact;

import dev.redshank.core.schema.RelationName;

/**
 * A fact that the migrations do not settle.
 *
 * @param fact what is not known, such as {@code rows} or {@code check-constraint}
 * @param reason why, for people
 */
public record Uncertainty(String fact, RelationName relation, String reason) {
  // By hand: a record's own are linked at run time, which every cold start would pay for.
  @Override
  public boolean equals(Object other) {
    return other instanceof Uncertainty that
        && fact.equals(that.fact)
        && relation.equals(that.relation)
        && reason.equals(that.reason);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * fact.hashCode() + relation.hashCode()) + reason.hashCode();
  }
}
