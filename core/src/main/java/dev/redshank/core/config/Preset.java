package dev.redshank.core.config;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import java.util.Locale;

/** A choice of rules and severities under one name. */
public enum Preset {
  /** The rules of the nine failure modes, at their own severities. */
  SAFETY("the rules of the nine failure modes"),
  /** The same rules; what they warn of is an error. */
  STRICT("the same rules, and each of their warnings is an error"),
  /** The safety rules, and those about types and names. */
  ALL("the safety rules and those about schema design");

  private final String meaning;

  Preset(String meaning) {
    this.meaning = meaning;
  }

  /** As configurations write it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  public String meaning() {
    return meaning;
  }

  /** Whether it asks the rules of a mode. */
  public boolean includes(FailureMode mode) {
    return mode != FailureMode.SCHEMA_DESIGN || this == ALL;
  }

  /** The severity of a finding whose rule gave it {@code severity}. */
  public Severity graded(FailureMode mode, Severity severity) {
    boolean raised = this == STRICT && mode.isSafety() && severity == Severity.WARNING;
    return raised ? Severity.ERROR : severity;
  }
}
