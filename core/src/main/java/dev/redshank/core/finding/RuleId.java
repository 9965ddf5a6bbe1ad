package dev.redshank.core.finding;

import org.apiguardian.api.API;

/**
 * The name of a rule: the pattern that it finds.
 *
 * <pre>{@code
 * new RuleId("index-without-concurrently")
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record RuleId(String value) implements Comparable<RuleId> {
  // By hand: a record's own are linked at run time, which every cold start would pay for.
  @Override
  public boolean equals(Object other) {
    return other instanceof RuleId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
