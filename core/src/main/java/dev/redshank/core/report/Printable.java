package dev.redshank.core.report;

/** Makes text from SQL harmless for a terminal: control characters become visible. */
public final class Printable {
  private Printable() {}

  /** The text with each control character, and each that changes the direction of writing, as an escape. */
  public static String of(String text) {
    return isHarmless(text) ? text : escaped(text);
  }

  private static boolean isHarmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHarmful(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether each of its characters is printed as it is and takes one cell of a terminal: printable ASCII. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** The text on one line, with each run of white space as one space. */
  public static String oneLine(String text) {
    return of(isOneLine(text) ? text : squeezed(text));
  }

  /** Whether single spaces between words are all its white space. */
  private static boolean isOneLine(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r' || (c == ' ' && space)) {
        return false;
      }
      space = c == ' ';
    }
    return !space || text.isEmpty();
  }

  private static String squeezed(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        space = line.length() > 0;
      } else {
        if (space) {
          line.append(' ');
        }
        space = false;
        line.append(c);
      }
    }
    return line.toString();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHarmful(c)) {
        out.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHarmful(char c) {
    return c < ' ' ? c != '\t' : c > '~' && isHarmfulBeyondAscii(c);
  }

  /** Of characters from DEL on: the rest of the controls, and what changes the direction of writing. */
  static boolean isHarmfulBeyondAscii(char c) {
    return c <= 0x9f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }
}
