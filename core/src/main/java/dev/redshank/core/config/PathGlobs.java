package dev.redshank.core.config;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Patterns of paths as results write them: relative to the project's root, with {@code /}. One without a wildcard is a
 * file, or a folder with everything in it; a pattern that matches a folder matches what is in it too.
 */
public final class PathGlobs {
  /** No path matches. */
  public static final PathGlobs NONE = new PathGlobs(List.of());

  private final List<String> patterns;
  private final List<PathMatcher> matchers = new ArrayList<>();

  private PathGlobs(List<String> patterns) {
    this.patterns = patterns;
    for (String pattern : patterns) {
      if (isGlob(pattern)) {
        matchers.add(matcher(pattern));
        // To Java, **/x does not match an x that lies in no folder.
        if (pattern.startsWith("**/")) {
          matchers.add(matcher(pattern.substring("**/".length())));
        }
      }
    }
  }

  /**
   * @throws IllegalArgumentException for a pattern that cannot be read
   */
  public static PathGlobs of(List<String> patterns) {
    return new PathGlobs(patterns.stream().map(PathGlobs::trimmed).toList());
  }

  private static String trimmed(String pattern) {
    String text = pattern.startsWith("./") ? pattern.substring(2) : pattern;
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static PathMatcher matcher(String pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '{' || c == '[');
  }

  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** As they are written. */
  public List<String> patterns() {
    return patterns;
  }

  /** The folder, or the one path, in which each pattern looks; the root, which is empty, where there is none. */
  public List<String> beginnings() {
    return patterns.isEmpty()
        ? List.of("")
        : patterns.stream().map(PathGlobs::beginning).toList();
  }

  private static String beginning(String pattern) {
    List<String> parts = new ArrayList<>();
    for (String part : pattern.split("/")) {
      if (isGlob(part)) {
        break;
      }
      parts.add(part);
    }
    return String.join("/", parts);
  }

  /** The one path that is meant, where it is one without a wildcard. */
  public boolean isOnePath() {
    return patterns.size() == 1 && !isGlob(patterns.get(0));
  }

  /** Whether a pattern matches the path or a folder around it. */
  public boolean matches(String path) {
    for (String pattern : patterns) {
      if (path.equals(pattern) || path.startsWith(pattern + "/") || pattern.equals(".")) {
        return true;
      }
    }
    return !matchers.isEmpty() && matchesGlob(path);
  }

  private boolean matchesGlob(String path) {
    try {
      for (Path at = Path.of(path); at != null; at = at.getParent()) {
        for (PathMatcher matcher : matchers) {
          if (matcher.matches(at)) {
            return true;
          }
        }
      }
      return false;
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
