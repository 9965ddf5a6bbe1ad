package dev.redshank.core.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The path of a file as a part of a URI. */
public final class UriPath {
  private static final String PLAIN = "-._~/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UriPath() {}

  /** The path with everything but the plainest characters in percents, so that no part of it means something. */
  public static String encoded(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 16);
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(unit)) {
        uri.append((char) unit);
      } else {
        uri.append('%').append(HEX.toHexDigits(unit));
      }
    }
    return uri.toString();
  }

  private static boolean isPlain(byte unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || PLAIN.indexOf(unit) >= 0;
  }

  /**
   * The URI of a file outside the project, which results name by its whole path; empty for one in it.
   *
   * @param path as results name it, with {@code /}
   */
  public static Optional<String> ofFileElsewhere(String path) {
    if (path.startsWith("/")) {
      return Optional.of("file://" + encoded(path));
    }
    boolean onDrive =
        path.length() > 2 && Character.isLetter(path.charAt(0)) && path.startsWith(":/", 1);
    return onDrive ? Optional.of("file:///" + encoded(path)) : Optional.empty();
  }
}
