package dev.redshank.core.report;

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

  /** The address of a line, unless the path would lead out of the repository. */
  Optional<String> to(String path, int line) {
    String whole = folder + path;
    if (base.isEmpty() || !staysInside(whole)) {
      return Optional.empty();
    }
    return Optional.of(base + UriPath.encoded(whole) + "#L" + line);
  }

  private static boolean staysInside(String path) {
    for (String step : path.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        return false;
      }
    }
    return true;
  }
}
