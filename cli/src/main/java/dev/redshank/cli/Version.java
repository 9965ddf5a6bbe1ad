package dev.redshank.cli;

/** The version of Redshank, from the manifest of its jar. */
final class Version {
  static final String OF_REDSHANK = read();

  private Version() {}

  private static String read() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
