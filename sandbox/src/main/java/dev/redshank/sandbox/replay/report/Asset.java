package dev.redshank.sandbox.replay.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A script or a style sheet that the report holds as a whole. */
record Asset(String text) {
  private static final String CHARTS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  static Asset style() {
    return new Asset(read("report.css"));
  }

  static Asset script() {
    return new Asset(read("report.js"));
  }

  /** Chart.js, without the line by which a browser looks for its sources. */
  static Asset charts() {
    return new Asset(
        read(CHARTS).replaceAll("(?m)^//# sourceMappingURL=.*$", "").strip());
  }

  /** They are part of the product, so one that is missing is our bug. */
  private static String read(String name) {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(name + " cannot be read", unreadable);
    }
  }

  /** How a content security policy names it: nothing else may run. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
