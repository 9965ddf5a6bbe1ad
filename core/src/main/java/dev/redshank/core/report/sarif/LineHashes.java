package dev.redshank.core.report.sarif;

import dev.redshank.core.text.SourceText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What GitHub names a line by, whatever its number: a hash of the hundred characters from its beginning on, without spaces and
 * tabs, and how many lines with the same hash there are so far. GitHub computes the same from the checked-out file
 * (https://github.com/github/codeql-action, {@code fingerprints.ts}) and warns where ours differs.
 */
final class LineHashes {
  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final char END_OF_FILE = '\uffff';

  private final String[] hashes;

  private LineHashes(String[] hashes) {
    this.hashes = hashes;
  }

  static LineHashes of(SourceText source) {
    String file = source.file();
    char[] packed = new char[file.length() + 1 + WINDOW];
    int[] starts = new int[source.lineCount()];
    int length = 0;
    int lines = 1;
    for (int i = 0; i < file.length(); i++) {
      char c = file.charAt(i);
      boolean second = c == '\n' && i > 0 && file.charAt(i - 1) == '\r';
      if (c == ' ' || c == '\t' || second) {
        continue;
      }
      packed[length++] = c == '\r' ? '\n' : c;
      if (c == '\r' || c == '\n') {
        starts[lines++] = length;
      }
    }
    packed[length] = END_OF_FILE;
    return new LineHashes(hashes(packed, starts));
  }

  /** A polynomial that rolls: what leaves the window is subtracted, so the work grows with the file alone. */
  private static String[] hashes(char[] packed, int[] starts) {
    long leaving = 1;
    for (int i = 0; i < WINDOW; i++) {
      leaving *= BASE;
    }
    String[] hashes = new String[starts.length];
    Arrays.fill(hashes, "");
    Map<String, Integer> seen = new HashMap<>();
    long hash = 0;
    int line = 0;
    for (int end = 1; end <= packed.length && line < starts.length; end++) {
      hash = hash * BASE + packed[end - 1];
      int start = end - WINDOW;
      if (start > 0) {
        hash -= leaving * packed[start - 1];
      }
      if (start == starts[line]) {
        String digits = Long.toHexString(hash);
        hashes[line++] = digits + ":" + seen.merge(digits, 1, Integer::sum);
      }
    }
    return hashes;
  }

  /**
   * The name of a line.
   *
   * @param line 1-based
   */
  String at(int line) {
    return hashes[line - 1];
  }
}
