package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import dev.redshank.core.report.UriPath;

/** A file as SARIF names it: a URI relative to the project's root, or that of a file elsewhere. */
final class FileUri {
  /** What stands for the root in a file that is read on another machine. */
  static final String ROOT = "%SRCROOT%";

  private FileUri() {}

  /**
   * The location of a file.
   *
   * @param path as results name it, with {@code /}
   */
  static ArtifactLocation of(String path) {
    return UriPath.ofFileElsewhere(path)
        .map(uri -> new ArtifactLocation().withUri(uri))
        .orElseGet(() -> new ArtifactLocation().withUri(UriPath.encoded(path)).withUriBaseId(ROOT));
  }
}
