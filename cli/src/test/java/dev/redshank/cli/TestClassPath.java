package dev.redshank.cli;

import java.io.File;

/** The class path of the tests, for programs that they start. */
final class TestClassPath {
  private TestClassPath() {}

  /** Surefire puts the real one into a property, as its own may be one jar that names the others. */
  static String value() {
    String tests = System.getProperty("surefire.test.class.path", "");
    return tests.isEmpty()
        ? System.getProperty("java.class.path").replace("\n", File.pathSeparator)
        : tests;
  }
}
