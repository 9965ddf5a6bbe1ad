package dev.redshank.core.finding;

/** The name of a rule: the pattern that it finds, such as {@code index-without-concurrently}. */
public record RuleId(String value) implements Comparable<RuleId> {
  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
