package dev.redshank.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What makes Redshank run by itself in a project, by what that project uses. */
enum CiFile {
  GITHUB("GitHub Actions", ".github", ".github/workflows/redshank.yml"),
  GITLAB("GitLab", ".gitlab-ci.yml", ".gitlab-ci.yml"),
  PRE_COMMIT("pre-commit", ".pre-commit-config.yaml", ".pre-commit-config.yaml");

  private static final int MOST_BYTES = 1_000_000;

  /** What people call it. */
  final String title;

  /** The file that says what runs, relative to the project's root. */
  final String path;

  private final String sign;

  CiFile(String title, String sign, String path) {
    this.title = title;
    this.sign = sign;
    this.path = path;
  }

  /** What the command line calls it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> names() {
    return Arrays.stream(values()).map(CiFile::toString).toList();
  }

  static CiFile named(String name) {
    String known = Options.oneOf("--ci", name, names());
    return Arrays.stream(values())
        .filter(file -> file.toString().equals(known))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the project uses it, and Redshank is not in it yet. */
  boolean isMissingIn(Path root) {
    return Files.exists(root.resolve(sign)) && !namesRedshank(root.resolve(path));
  }

  private static boolean namesRedshank(Path file) {
    try {
      return Files.exists(file)
          && (Files.size(file) > MOST_BYTES
              || new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains("redshank"));
    } catch (IOException unreadable) {
      return true;
    }
  }

  /** The whole file or, where there is one already, what belongs into it. */
  String text() {
    try (InputStream text = CiFile.class.getResourceAsStream("ci/" + this + ".yml")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cannotRead) {
      throw new UncheckedIOException(cannotRead);
    }
  }
}
