package dev.redshank.core.report;

/** How many cells of a terminal a character takes. */
public final class Width {
  private Width() {}

  /** How many cells a text takes, as it is printed. */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += of(text, i, text.substring(i, i + 1));
    }
    return width;
  }

  /**
   * @param text the line
   * @param index of the character in it
   * @param piece what is printed for it
   */
  static int of(String text, int index, String piece) {
    int codePoint = text.codePointAt(index);
    if (piece.length() != 1 || codePoint < 0x300) {
      return piece.length() == 1 ? 1 : Math.max(piece.length(), 1);
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** East Asian wide and full-width characters and emoji, by Unicode's blocks. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
