package dev.redshank.core.lint;

import dev.redshank.core.finding.RuleId;

/** Names a finding by rule, path and normalised statement, so that moved lines and new comments keep the name. */
public final class Fingerprint {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /**
   * A 64-bit FNV-1a hash as 16 hexadecimal digits.
   *
   * @param nth how many findings of the same rule, path and statement came before
   */
  public static String of(RuleId rule, String path, String statement, int nth) {
    long hash = FNV_OFFSET;
    hash = add(hash, rule.value());
    hash = add(hash, path);
    hash = add(hash, statement);
    hash = add(hash, String.valueOf(nth));
    return digits(hash);
  }

  /** The hash of one text. */
  static String of(String text) {
    return digits(add(FNV_OFFSET, text));
  }

  private static String digits(long hash) {
    String digits = Long.toHexString(hash);
    return "0".repeat(16 - digits.length()) + digits;
  }

  private static long add(long hash, String text) {
    long result = hash;
    for (int i = 0; i < text.length(); i++) {
      result = (result ^ text.charAt(i)) * FNV_PRIME;
    }
    return (result ^ '\n') * FNV_PRIME;
  }
}
