package dev.redshank.sandbox.server;

import java.util.Properties;

/** How every session of the sandbox is opened. */
final class Connecting {
  private Connecting() {}

  /** Each statement's text goes to the server as it is, and nobody waits for ever to get in. */
  static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("ApplicationName", "redshank");
    properties.setProperty("connectTimeout", "30");
    return properties;
  }
}
