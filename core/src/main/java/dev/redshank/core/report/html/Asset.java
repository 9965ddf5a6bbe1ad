package dev.redshank.core.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A script or a style sheet that a page holds as a whole. */
public record Asset(String text) {
  /** The look that pages have in common: colours, type, the cover with its lamps. */
  public static Asset look() {
    return of(Asset.class, "page.css");
  }

  /**
   * A resource of the class path. It is part of the product, so one that is missing is our bug.
   *
   * @param owner the class that it lies beside
   */
  public static Asset of(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new Asset(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException(name + " cannot be read", unreadable);
    }
  }

  /** This one and another behind it. */
  public Asset with(Asset other) {
    return new Asset(text + other.text);
  }

  /** How a content security policy names it: nothing else may run. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
