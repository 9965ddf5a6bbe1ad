package dev.redshank.core.migration;

import java.util.Comparator;

/** Orders names as people count: runs of digits by their value, everything else by its characters. */
enum NaturalOrder implements Comparator<String> {
  NAMES;

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int endOfOne = endOfDigits(one, i);
        int endOfOther = endOfDigits(other, j);
        int byNumber = compareNumbers(one, i, endOfOne, other, j, endOfOther);
        if (byNumber != 0) {
          return byNumber;
        }
        i = endOfOne;
        j = endOfOther;
      } else {
        int byCharacter = Character.compare(one.charAt(i++), other.charAt(j++));
        if (byCharacter != 0) {
          return byCharacter;
        }
      }
    }
    int byLength = Integer.compare(one.length() - i, other.length() - j);
    return byLength != 0 ? byLength : one.compareTo(other);
  }

  private static int compareNumbers(
      String one, int oneStart, int oneEnd, String other, int otherStart, int otherEnd) {
    int i = withoutZeros(one, oneStart, oneEnd);
    int j = withoutZeros(other, otherStart, otherEnd);
    int byLength = Integer.compare(oneEnd - i, otherEnd - j);
    return byLength != 0
        ? byLength
        : one.substring(i, oneEnd).compareTo(other.substring(j, otherEnd));
  }

  private static int withoutZeros(String text, int start, int end) {
    int i = start;
    while (i < end - 1 && text.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  private static int endOfDigits(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
