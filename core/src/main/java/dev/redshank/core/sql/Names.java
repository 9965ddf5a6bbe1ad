package dev.redshank.core.sql;

/** How PostgreSQL reads a name. */
public final class Names {
  private Names() {}

  /** An unquoted name as PostgreSQL stores it: ASCII letters in lower case, all others as written. */
  public static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return foldFrom(word, i);
      }
    }
    return word;
  }

  private static String foldFrom(String word, int first) {
    char[] folded = word.toCharArray();
    for (int i = first; i < folded.length; i++) {
      if (folded[i] >= 'A' && folded[i] <= 'Z') {
        folded[i] = (char) (folded[i] - 'A' + 'a');
      }
    }
    return new String(folded);
  }

  /** The name that a {@link TokenKind#WORD} or {@link TokenKind#QUOTED_NAME} stands for. */
  public static String of(Tokens tokens, int index) {
    String text = tokens.text(index);
    if (!tokens.is(index, TokenKind.QUOTED_NAME)) {
      return fold(text);
    }
    return unquote(text, hasUescape(tokens, index) ? tokens.text(index + 2).charAt(1) : '\\');
  }

  /** How many tokens a name is written with: {@code U&"d!0061t" UESCAPE '!'} takes three. */
  public static int tokenCount(Tokens tokens, int index) {
    return hasUescape(tokens, index) ? 3 : 1;
  }

  private static boolean hasUescape(Tokens tokens, int index) {
    return tokens.is(index, TokenKind.QUOTED_NAME)
        && tokens.isWord(index + 1, "UESCAPE")
        && tokens.is(index + 2, TokenKind.STRING)
        && tokens.text(index + 2).length() == 3
        && tokens.text(index).charAt(0) != '"';
  }

  private static String unquote(String text, char escape) {
    int open = text.indexOf('"');
    int close = text.length() > open + 1 && text.endsWith("\"") ? text.length() - 1 : text.length();
    String inner = text.substring(open + 1, close).replace("\"\"", "\"");
    return open == 0 ? inner : Literals.unicodeEscapes(inner, escape);
  }

  /** The name as SQL has to write it: with quotes where they are needed to keep it as it is. */
  public static String quoted(String name) {
    boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    plain &= !name.startsWith("$") || name.startsWith("${");
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = (c >= 'a' && c <= 'z')
          || (c >= '0' && c <= '9')
          || c == '_'
          || c == '$'
          || c == '{'
          || c == '}'
          || c > 127;
    }
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
