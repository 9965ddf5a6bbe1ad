package dev.redshank.cli.comment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one server, patiently: again after a failure of its own, and later when it wishes so. The token goes to that
 * server and to no other, wherever an answer leads to.
 */
final class Rest {
  private static final int ATTEMPTS = 4;
  private static final int MOST_REDIRECTIONS = 5;
  private static final int LONGEST_ANSWER = 64 << 20;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final Manners manners;
  private final Access server;
  private final HttpClient client;

  /**
   * How a platform wants to be asked.
   *
   * @param name for people
   * @param headers of every request, but for the token's
   * @param tokenHeader the name of the header with the token
   * @param tokenPrefix what stands before the token in it
   */
  record Manners(
      String name, Map<String, String> headers, String tokenHeader, String tokenPrefix) {}

  /** A request; one that is not repeatable would do its work twice when sent twice. */
  private record Call(String method, URI address, String body, boolean repeatable) {}

  Rest(Manners manners, Access server) {
    this.manners = manners;
    this.server = server;
    this.client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(server.timeout())
        .build();
  }

  Answer get(String path) {
    return get(address(path));
  }

  Answer get(URI address) {
    return patient(new Call("GET", address, "", true));
  }

  /** Changes what is there already: doing it twice is as good as once. */
  Answer change(String method, String path, String body) {
    return patient(new Call(method, address(path), body, true));
  }

  /**
   * Adds something.
   *
   * @throws CommentException.Unanswered when nobody knows whether it was added
   */
  Answer add(String path, String body) {
    return patient(new Call("POST", address(path), body, false));
  }

  Pause pause() {
    return server.pause();
  }

  /** The words without the token. */
  String safe(String words) {
    return server.token().hiddenIn(words);
  }

  /** How long to wait before an attempt, counted from 1 for the first that failed. */
  static Duration backOff(int failures) {
    return Duration.ofSeconds(1L << Math.min(failures - 1, 5));
  }

  private URI address(String path) {
    return URI.create(server.api() + path);
  }

  private Answer patient(Call call) {
    Duration waited = Duration.ZERO;
    int failures = 0;
    while (true) {
      Attempt attempt = attempt(call);
      if (attempt.answer().isPresent()) {
        return attempt.answer().get();
      }
      failures += attempt.refused() ? 0 : 1;
      Duration wait = attempt.refused() ? attempt.delay() : backOff(failures);
      waited = waited.plus(wait);
      if (!attempt.refused() && !call.repeatable()) {
        throw new CommentException.Unanswered(said(attempt.trouble()));
      }
      if (failures == ATTEMPTS || waited.compareTo(LONGEST_WAIT) > 0) {
        throw new CommentException(said(attempt.trouble() + ". Run it again later."));
      }
      sleep(server.pause(), wait);
    }
  }

  /**
   * What came of one attempt.
   *
   * @param trouble why there is no answer
   * @param refused whether nothing was done, for there is a limit of requests
   * @param delay how long that limit holds
   */
  private record Attempt(Optional<Answer> answer, String trouble, boolean refused, Duration delay) {
    static Attempt failed(String trouble) {
      return new Attempt(Optional.empty(), trouble, false, Duration.ZERO);
    }
  }

  private Attempt attempt(Call call) {
    try {
      Answer answer = once(call);
      if (answer.isRateLimit()) {
        Duration wait = answer.wait(server.pause().now());
        String trouble = "takes no more requests for now (%d): its rate limit ends in %d s"
            .formatted(answer.status(), wait.toSeconds());
        return new Attempt(Optional.empty(), trouble, true, wait);
      }
      if (answer.status() >= 500) {
        return Attempt.failed(
            "answers with %d %s".formatted(answer.status(), answer.words()).strip());
      }
      return new Attempt(Optional.of(answer), "", false, Duration.ZERO);
    } catch (IOException unreachable) {
      return Attempt.failed(
          "cannot be reached at %s (%s)".formatted(origin(call.address()), unreachable));
    }
  }

  static void sleep(Pause pause, Duration time) {
    try {
      pause.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommentException("Interrupted while waiting.");
    }
  }

  private String said(String trouble) {
    return safe(manners.name() + " " + trouble);
  }

  private Answer once(Call call) throws IOException {
    URI address = call.address();
    for (int hops = 0; hops <= MOST_REDIRECTIONS; hops++) {
      refuseOthers(address);
      Answer answer = exchange(call, address);
      Optional<URI> location = answer.location();
      if (answer.status() < 301 || answer.status() > 308 || location.isEmpty()) {
        return answer;
      }
      boolean keepsItsMethod = answer.status() >= 307 || call.method().equals("GET");
      if (!keepsItsMethod) {
        throw new CommentException(
            said("has moved what was asked for (%d) to %s. Name that instead."
                .formatted(answer.status(), location.get())));
      }
      address = location.get();
    }
    throw new CommentException(said("leads from one address to the next without end."));
  }

  private void refuseOthers(URI address) {
    if (!origin(address).equals(origin(server.api()))) {
      throw new CommentException(
          said("leads to %s, which does not get the token.".formatted(origin(address))));
    }
  }

  private static String origin(URI address) {
    int standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    int port = address.getPort() < 0 ? standard : address.getPort();
    return "%s://%s:%d".formatted(address.getScheme(), address.getHost(), port);
  }

  private Answer exchange(Call call, URI address) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(server.timeout());
    manners.headers().forEach(request::header);
    request.header("User-Agent", "redshank/" + server.version());
    request.header(manners.tokenHeader(), server.token().behind(manners.tokenPrefix()));
    if (call.body().isEmpty()) {
      request.method(call.method(), BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json; charset=utf-8");
      request.method(call.method(), BodyPublishers.ofString(call.body()));
    }
    CompletableFuture<Answer> coming = client
        .sendAsync(request.build(), BodyHandlers.ofInputStream())
        .thenApply(response -> read(address, response));
    try {
      // The request's own time ends with the headers; this one is for the body too.
      return coming.get(2 * server.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw cause(failed);
    } catch (TimeoutException late) {
      coming.cancel(true);
      throw new IOException("no answer in time", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommentException("Interrupted while waiting for an answer.");
    }
  }

  private static IOException cause(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof CommentException known) {
      throw known;
    }
    if (cause instanceof UncheckedIOException wrapped) {
      return new IOException(String.valueOf(wrapped.getCause()), wrapped);
    }
    return cause instanceof IOException io ? io : new IOException(String.valueOf(cause), failed);
  }

  private Answer read(URI address, HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      byte[] body = in.readNBytes(LONGEST_ANSWER + 1);
      if (body.length > LONGEST_ANSWER) {
        throw new CommentException(said("answers with more than anybody can read."));
      }
      return new Answer(address, response.statusCode(), response.headers(), body);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
