package dev.redshank.core.schema;

/** How PostgreSQL cuts names that are too long: NAMEDATALEN less one leaves 63 bytes of UTF-8. */
final class Clipping {
  static final int LONGEST = 63;

  private Clipping() {}

  /** The name as it is stored. */
  static String clip(String name) {
    return clip(name, LONGEST);
  }

  /** At most {@code bytes} bytes of the name, cut between characters. */
  static String clip(String name, int bytes) {
    if (name.length() * 3 <= bytes || (name.length() <= bytes && bytes(name) <= bytes)) {
      return name;
    }
    int used = 0;
    int end = 0;
    while (end < name.length()) {
      int codePoint = name.codePointAt(end);
      used += width(codePoint);
      if (used > bytes) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return name.substring(0, end);
  }

  /** How many bytes of UTF-8 it takes; a lone surrogate counts as three. */
  static int bytes(String name) {
    int bytes = 0;
    for (int i = 0; i < name.length(); i++) {
      int codePoint = name.codePointAt(i);
      bytes += width(codePoint);
      i += Character.charCount(codePoint) - 1;
    }
    return bytes;
  }

  private static int width(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
