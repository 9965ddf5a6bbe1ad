package dev.redshank.sandbox.replay.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, told what to do by its own protocol (Chrome DevTools). */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 60;
  private static final String LISTENING = "DevTools listening on ";

  /** What the page complained of since it was opened. */
  private final List<String> complaints = new ArrayList<>();

  private final Process process;
  private final Path profile;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private String session = "";
  private int lastId;

  private Browser(Process process, Path profile, String address) {
    this.process = process;
    this.profile = profile;
    this.socket = HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(URI.create(address), new Listener())
        .orTimeout(SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** The program, by {@code CHROME} or its usual names. */
  static Optional<Path> find() {
    Stream<String> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator));
    List<String> names =
        List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    return Stream.concat(
            Stream.ofNullable(System.getenv("CHROME")).map(Path::of),
            folders.flatMap(folder -> names.stream().map(name -> Path.of(folder, name))))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("redshank-browser");
    Process process = new ProcessBuilder(
            program.toString(),
            "--headless",
            // As root there is no other way; it sees nothing but our own file.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank")
        .redirectErrorStream(true)
        .start();
    BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      if (line.startsWith(LISTENING)) {
        drain(words);
        return new Browser(process, profile, line.substring(LISTENING.length()));
      }
    }
    throw new IOException(program + " ended without listening");
  }

  private static void drain(BufferedReader words) {
    Thread reader = new Thread(() -> words.lines().forEach(line -> {}), "browser-words");
    reader.setDaemon(true);
    reader.start();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException broken) {
          throw new IllegalStateException(broken);
        }
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, part, last);
    }
  }

  /** Opens a page in a window of its own. */
  void open(Path page, int width, boolean dark) throws IOException {
    complaints.clear();
    session = "";
    String target =
        ask("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asText();
    session = ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
        .get("sessionId")
        .asText();
    ask("Runtime.enable", Map.of());
    ask("Log.enable", Map.of());
    ask("Page.enable", Map.of());
    size(width, 900);
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    ask("Page.navigate", Map.of("url", page.toUri().toString()));
    await("Page.loadEventFired");
  }

  void size(int width, int height) throws IOException {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** The value of an expression; a promise's is waited for. */
  JsonNode value(String script) throws IOException {
    JsonNode answer = ask(
        "Runtime.evaluate",
        Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.get("exceptionDetails").toString());
    }
    return answer.get("result").path("value");
  }

  byte[] picture() throws IOException {
    JsonNode answer =
        ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", false));
    return Base64.getDecoder().decode(answer.get("data").asText());
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private JsonNode ask(String method, Map<String, ?> parameters) throws IOException {
    ObjectNode message = JSON.createObjectNode();
    message.put("id", ++lastId);
    message.put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket
        .sendText(message.toString(), true)
        .orTimeout(SECONDS, TimeUnit.SECONDS)
        .join();
    while (true) {
      JsonNode answer = next(method);
      if (answer.path("id").asInt() == lastId) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
      }
    }
  }

  private void await(String event) throws IOException {
    while (!next(event).path("method").asText().equals(event)) {
      continue;
    }
  }

  private JsonNode next(String awaited) throws IOException {
    try {
      JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException("no answer to " + awaited);
      }
      switch (message.path("method").asText()) {
        case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(message.toString());
        case "Runtime.consoleAPICalled" -> complaints.add(message.toString());
        default -> {}
      }
      return message;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join());
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
