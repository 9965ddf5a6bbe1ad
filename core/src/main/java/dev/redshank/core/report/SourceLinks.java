package dev.redshank.core.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where people find a line of a migration on the web.
 *
 * @param base what a path in the repository is added to, as {@code https://github.com/owner/name/blob/COMMIT/}; empty
 *     where nobody says
 * @param folder the project's folder in the repository, empty or ending with {@code /}
 */
public record SourceLinks(String base, String folder) {
  /** No links. */
  public static final SourceLinks NONE = new SourceLinks("", "");

  private static final String UNRESERVED = "-._~/";

  /** The address of a line, unless the path would lead out of the repository. */
  Optional<String> to(String path, int line) {
    String whole = folder + path;
    if (base.isEmpty() || !staysInside(whole)) {
      return Optional.empty();
    }
    return Optional.of(base + encoded(whole) + "#L" + line);
  }

  private static boolean staysInside(String path) {
    for (String step : path.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        return false;
      }
    }
    return true;
  }

  private static String encoded(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= '0' && b <= '9')
          || (b >= 'A' && b <= 'Z')
          || (b >= 'a' && b <= 'z')
          || UNRESERVED.indexOf(b) >= 0;
      if (plain) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }
}
