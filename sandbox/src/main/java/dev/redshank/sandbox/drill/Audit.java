package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.LogEntry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What was done, by the server's log: it also knows what leaves no trace in the catalogs, such as an
 * index that was made and dropped again. Sessions of the drill's own are left out.
 */
final class Audit implements Consumer<String> {
  /** What {@link #accept} understands: process, time as ms since 1970, database. */
  static final String PREFIX = "%p|%n|%d|";

  /** By these words event triggers of the drill's own speak. */
  static final String CHANGE = "redshank audit: ";

  /** A session may have its errors logged in more words: the SQLSTATE comes before the message. */
  private static final Pattern VERBOSE = Pattern.compile("^([A-Z]+: {2})[0-9A-Z]{5}: ");

  /** By this word {@link #hasRead} knows a mark. */
  static final String MARK = "redshank-mark-";

  private static final int MOST = 500_000;

  /** Whole scripts are sent as one statement, so a statement may be long; all together have a limit. */
  private static final int LONGEST = 200_000;

  private static final long MOST_TEXT = 20_000_000;

  private final List<LogEntry> entries = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Set<Long> own = ConcurrentHashMap.newKeySet();
  private Optional<LogEntry> head = Optional.empty();
  private final StringBuilder text = new StringBuilder();
  private long textLength;
  private volatile String lastMark = "";

  /** From now on a session is one of the drill's own. */
  void excuse(long pid) {
    own.add(pid);
  }

  /** Forgets what was done so far: the drill begins. */
  synchronized void begin() {
    end();
    entries.clear();
    texts.clear();
    textLength = 0;
  }

  /** Whether the log was read as far as a statement that holds a mark. */
  boolean hasRead(String mark) {
    return lastMark.contains(mark);
  }

  @Override
  public synchronized void accept(String line) {
    if (line.contains(MARK)) {
      lastMark = line;
    }
    if (line.startsWith("\t")) {
      add("\n" + line.substring(1));
      return;
    }
    end();
    int pid = line.indexOf('|');
    int time = line.indexOf('|', pid + 1);
    int database = line.indexOf('|', time + 1);
    if (pid > 0 && time > 0 && database > 0) {
      String words = VERBOSE.matcher(line.substring(database + 1)).replaceFirst("$1");
      kind(words)
          .ifPresent(kind -> begin(
              new LogEntry(
                  number(line.substring(0, pid)),
                  1000 * seconds(line.substring(pid + 1, time)),
                  line.substring(time + 1, database),
                  kind,
                  ""),
              said(kind, words)));
    }
  }

  private static Optional<Kind> kind(String words) {
    if (words.startsWith("LOG:  statement: ") || words.startsWith("LOG:  execute ")) {
      return Optional.of(Kind.STATEMENT);
    }
    if (words.startsWith("ERROR:  ") || words.startsWith("FATAL:  ")) {
      return Optional.of(Kind.FAILURE);
    }
    return words.startsWith("LOG:  " + CHANGE) ? Optional.of(Kind.CHANGE) : Optional.empty();
  }

  private static String said(Kind kind, String words) {
    return switch (kind) {
      case STATEMENT -> words.substring(words.indexOf(": ", "LOG:  ".length()) + 2);
      case FAILURE -> words.substring("ERROR:  ".length());
      case CHANGE -> words.substring("LOG:  ".length() + CHANGE.length());
    };
  }

  private void begin(LogEntry entry, String words) {
    head = Optional.of(entry);
    text.setLength(0);
    add(words);
  }

  private void add(String words) {
    text.append(words, 0, Math.min(words.length(), Math.max(0, LONGEST - text.length())));
  }

  private void end() {
    head.filter(entry -> !own.contains(entry.pid()) && entries.size() < MOST).ifPresent(this::keep);
    head = Optional.empty();
  }

  /** A client that watches says the same all the time: equal texts are kept once. */
  private void keep(LogEntry entry) {
    String words = text.toString();
    String known = texts.get(words);
    if (known == null) {
      textLength += words.length();
      if (textLength > MOST_TEXT) {
        return;
      }
      texts.put(words, words);
      known = words;
    }
    entries.add(
        new LogEntry(entry.pid(), entry.epochMillis(), entry.database(), entry.kind(), known));
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException other) {
      return -1;
    }
  }

  private static double seconds(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException other) {
      return 0;
    }
  }

  /** What others did since the drill began, in the order of the log. */
  synchronized List<LogEntry> entries() {
    end();
    return entries.stream().filter(entry -> !own.contains(entry.pid())).toList();
  }
}
