package dev.redshank.cli.comment;

import java.net.URI;
import java.time.Duration;

/**
 * Where a platform is and who asks.
 *
 * @param api what paths are added to, such as {@code https://api.github.com}
 * @param version of Redshank
 * @param timeout of one attempt
 */
public record Access(URI api, Secret token, String version, Duration timeout, Pause pause) {
  /** With the patience that a job has. */
  public Access(URI api, Secret token, String version) {
    this(api, token, version, Duration.ofSeconds(30), Pause.REAL);
  }
}
