package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import java.nio.charset.StandardCharsets;

/** A file as SARIF names it: a URI relative to the project's root, or that of a file elsewhere. */
final class FileUri {
  /** What stands for the root in a file that is read on another machine. */
  static final String ROOT = "%SRCROOT%";

  private static final String PLAIN = "-._~/";
  private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

  private FileUri() {}

  /**
   * The location of a file.
   *
   * @param path as results name it, with {@code /}
   */
  static ArtifactLocation of(String path) {
    if (path.startsWith("/")) {
      return new ArtifactLocation().withUri("file://" + encoded(path));
    }
    if (path.matches("[A-Za-z]:/.*")) {
      return new ArtifactLocation().withUri("file:///" + encoded(path));
    }
    return new ArtifactLocation().withUri(encoded(path)).withUriBaseId(ROOT);
  }

  /** The path with everything but the plainest characters in percents, so that no part of it means something. */
  static String encoded(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 16);
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xff);
      if (isPlain(c)) {
        uri.append(c);
      } else {
        uri.append('%').append(DIGITS[c >> 4]).append(DIGITS[c & 15]);
      }
    }
    return uri.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }
}
