package dev.redshank.cli;

/** What the process ends with; the higher wins. */
final class ExitCode {
  /** Nothing at or above the threshold. */
  static final int CLEAN = 0;

  /** Findings at or above {@code --fail-on}. */
  static final int FINDINGS = 1;

  /** The user must mend something: usage, a path, an input that cannot be read. */
  static final int USER = 2;

  /** The program itself failed. */
  static final int BROKEN = 3;

  private ExitCode() {}
}
