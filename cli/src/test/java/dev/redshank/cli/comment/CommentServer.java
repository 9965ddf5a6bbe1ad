package dev.redshank.cli.comment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that holds comments as a platform does, and fails as it is told to. */
public abstract class CommentServer implements AutoCloseable {
  /** What the tests' tokens are; no output may hold it. */
  public static final String TOKEN = "ghp_s3cr3tS3CR3Tt0ken";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Reply> script = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  final List<Stored> comments = new ArrayList<>();
  private int next = 1;

  /** A comment on the server. */
  public record Stored(int id, String login, String type, String body) {}

  /** What the server says; status 0 closes the connection instead. */
  public record Reply(int status, String body, Map<String, String> headers) {
    /** An answer with words in JSON. */
    public static Reply of(int status, String message) {
      return new Reply(status, "{\"message\": \"" + message + "\"}", Map.of());
    }

    /** The same with a header. */
    public Reply with(String name, String value) {
      return new Reply(status, body, Map.of(name, value));
    }
  }

  CommentServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Its address. */
  public final URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** What it says to the next requests, whatever they ask for. */
  public final void says(Reply... replies) {
    script.addAll(List.of(replies));
  }

  /** A comment that is there before. */
  public final void holds(String login, String type, String body) {
    comments.add(new Stored(next++, login, type, body));
  }

  /** The texts of its comments. */
  public final List<String> bodies() {
    return comments.stream().map(Stored::body).toList();
  }

  /** Method and path of each request. */
  public final List<String> requests() {
    return requests;
  }

  abstract String tokenHeader();

  abstract String token();

  abstract Reply answer(String method, String path, String query, String body);

  final Reply add(String login, String type, String body) {
    String text = text(body);
    Reply refusal = refusal(text);
    if (refusal.status() != 200) {
      return refusal;
    }
    holds(login, type, text);
    return new Reply(201, "{\"id\": %d}".formatted(next - 1), Map.of());
  }

  abstract Reply refusal(String body);

  static String text(String body) {
    try {
      return Json.parse(body.getBytes(StandardCharsets.UTF_8)).at("body").text();
    } catch (IOException noJson) {
      throw new AssertionError(body, noJson);
    }
  }

  final Reply change(int id, String body) {
    for (int i = 0; i < comments.size(); i++) {
      Stored old = comments.get(i);
      if (old.id() == id) {
        comments.set(i, new Stored(id, old.login(), old.type(), text(body)));
        return new Reply(200, "{\"id\": %d}".formatted(id), Map.of());
      }
    }
    return Reply.of(404, "Not Found");
  }

  /** A page of comments, with the header that leads to the next one. */
  final Reply page(String path, String query, int size) {
    int page = query.contains("&page=") ? Integer.parseInt(query.replaceAll(".*&page=", "")) : 1;
    List<Stored> shown = comments.subList(
        Math.min(comments.size(), (page - 1) * size), Math.min(comments.size(), page * size));
    List<String> texts = shown.stream().map(this::json).toList();
    String more = comments.size() > page * size
        ? "<%s%s?per_page=100&page=%d>; rel=\"next\", <%s%s?page=9>; rel=\"last\""
            .formatted(address(), path, page + 1, address(), path)
        : "";
    return new Reply(
        200, "[" + String.join(",", texts) + "]", more.isEmpty() ? Map.of() : Map.of("Link", more));
  }

  abstract String json(Stored comment);

  static String quoted(String text) {
    String object = Json.object("x", text);
    return object.substring(object.indexOf(':') + 1, object.length() - 1);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + asked.getRawPath());
    Reply reply = script.isEmpty() ? regular(exchange, body) : script.remove();
    if (reply.status() == 0) {
      exchange.close();
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Reply regular(HttpExchange exchange, String body) {
    if (!token().equals(exchange.getRequestHeaders().getFirst(tokenHeader()))) {
      return Reply.of(401, "Bad credentials");
    }
    URI asked = exchange.getRequestURI();
    String query = asked.getRawQuery() == null ? "" : asked.getRawQuery();
    return answer(exchange.getRequestMethod(), asked.getRawPath(), query, body);
  }

  @Override
  public final void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
