package dev.redshank.core.report.sarif;

import java.util.List;

/**
 * What GitHub takes of a run; it refuses a file with more
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
final class Limits {
  static final int RESULTS = 25_000;
  static final int LOCATIONS_OF_A_RESULT = 1_000;
  static final int TAGS_OF_A_RULE = 20;
  static final int DESCRIPTION = 1_024;

  private Limits() {}

  /** The beginning of a list. */
  static <T> List<T> first(List<T> all, int most) {
    return all.size() <= most ? all : all.subList(0, most);
  }

  /** A text that is cut, where it must be, behind a word. */
  static String described(String text) {
    if (text.length() <= DESCRIPTION) {
      return text;
    }
    int space = text.lastIndexOf(' ', DESCRIPTION - 1);
    return text.substring(0, space > 0 ? space : DESCRIPTION - 1) + "…";
  }
}
