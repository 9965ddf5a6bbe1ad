package dev.redshank.cli.comment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a server answered. */
record Answer(URI asked, int status, HttpHeaders headers, byte[] body) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  boolean isFine() {
    return status >= 200 && status < 300;
  }

  /** Whether it is no answer but the wish to be asked later: GitHub says 403 for it too. */
  boolean isRateLimit() {
    return status == 429
        || (status == 403
            && (header("x-ratelimit-remaining").equals("0")
                || !header("retry-after").isEmpty()
                || words().contains("secondary rate limit")));
  }

  /** How long to wait before asking again. */
  Duration wait(Instant now) {
    Optional<Long> seconds = Json.number(header("retry-after"));
    if (seconds.isPresent()) {
      return Duration.ofSeconds(seconds.get());
    }
    Optional<Long> reset =
        Json.number(header("x-ratelimit-reset")).or(() -> Json.number(header("ratelimit-reset")));
    if (reset.isPresent()) {
      Duration until = Duration.ofSeconds(reset.get() - now.getEpochSecond());
      return until.compareTo(SHORTEST) < 0 ? SHORTEST : until;
    }
    return isRateLimit() ? MINUTE : SHORTEST;
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The address of the next page, if there is one. */
  Optional<URI> next() {
    for (String links : headers.allValues("link")) {
      for (String link : links.split(",", -1)) {
        int end = link.indexOf('>');
        boolean next = link.contains("rel=\"next\"") && link.strip().startsWith("<");
        if (next && end > 0) {
          return address(link.substring(link.indexOf('<') + 1, end));
        }
      }
    }
    return Optional.empty();
  }

  /** The address that it leads to. */
  Optional<URI> location() {
    return header("location").isEmpty() ? Optional.empty() : address(header("location"));
  }

  private Optional<URI> address(String text) {
    try {
      return Optional.of(asked.resolve(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** What it says in words for people, in a text of JSON or not at all. */
  String words() {
    try {
      Json json = Json.parse(body);
      String words = json.at("message").text();
      String more = json.at("errors").elements().stream()
          .map(error -> error.at("message").text() + error.text())
          .filter(text -> !text.isEmpty())
          .reduce("", (all, text) -> all + " " + text);
      String all = (words.isEmpty() ? json.at("error").text() : words) + more;
      return all.length() > 300 ? all.substring(0, 300) + "…" : all;
    } catch (IOException noJson) {
      return "";
    }
  }
}
