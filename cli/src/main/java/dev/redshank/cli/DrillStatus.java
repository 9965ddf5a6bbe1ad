package dev.redshank.cli;

import dev.redshank.core.report.Printable;
import dev.redshank.core.report.Width;
import dev.redshank.sandbox.drill.DrillRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells on standard error how the incident stands: on a terminal one line that changes, otherwise a line
 * whenever it is another one.
 */
final class DrillStatus {
  private static final String CLEAR = "\r\u001b[K";
  private static final int INTERVAL_MILLIS = 500;

  private final DrillRun run;
  private final Console console;
  private final boolean terminal;
  private String last = "";

  DrillStatus(DrillRun run, Console console) {
    this.run = run;
    this.console = console;
    this.terminal = Console.errorsToTerminal();
  }

  /** Shows it until the drill is stopped. */
  void show(CountDownLatch stop) {
    long start = System.nanoTime();
    try {
      while (!stop.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
        show(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (terminal) {
      console.draw(CLEAR);
    }
  }

  private void show(long seconds) {
    String words = words();
    if (terminal) {
      String line = "%02d:%02d  %s".formatted(seconds / 60, seconds % 60, words);
      console.draw(CLEAR + cut(line, console.width() - 1));
    } else if (!words.equals(last)) {
      console.draw(words + "\n");
    }
    last = words;
  }

  private String words() {
    List<String> words = new ArrayList<>(gathered(run.waits(), " waits for ", " wait for "));
    words.addAll(gathered(run.failing(), " fails with ", " fail with "));
    int hints = run.hints();
    String taken = hints == 0 ? "" : "  [" + hints + (hints == 1 ? " hint]" : " hints]");
    return Printable.oneLine((words.isEmpty() ? "nobody waits" : String.join("; ", words)) + taken);
  }

  /** Those who share a fate stand in one sentence. */
  private static List<String> gathered(List<String> sentences, String one, String several) {
    Map<String, List<String>> byFate = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    for (String sentence : sentences) {
      int verb = sentence.indexOf(one);
      if (verb < 0) {
        words.add(sentence);
      } else {
        byFate
            .computeIfAbsent(sentence.substring(verb + one.length()), fate -> new ArrayList<>())
            .add(sentence.substring(0, verb));
      }
    }
    byFate.forEach((fate, names) ->
        words.add(String.join(", ", names) + (names.size() == 1 ? one : several) + fate));
    return words;
  }

  private static String cut(String line, int width) {
    if (Width.of(line) <= width) {
      return line;
    }
    int end = line.length();
    while (end > 0 && Width.of(line.substring(0, end)) >= width) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end) + "…";
  }
}
