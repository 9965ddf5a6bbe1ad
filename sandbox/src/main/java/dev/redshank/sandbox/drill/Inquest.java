package dev.redshank.sandbox.drill;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.text.SourceText;
import dev.redshank.sandbox.drill.LogEntry.Kind;
import dev.redshank.sandbox.drill.Part.Answer;
import dev.redshank.sandbox.drill.Picture.Thing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * One look at what became of an incident, against what it was at first. Every question has a limit in
 * time, as the trainee may have locked whatever there is.
 */
final class Inquest implements AutoCloseable {
  private static final Executor SAME_THREAD = Runnable::run;
  private static final AtomicLong MARKS = new AtomicLong();
  private static final long SETTLED = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long ENDING = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(2_500);
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);
  private static final List<String> DETAILS =
      List.of(Guard.INDEXED + "|", Guard.GRANTED + "|", Guard.UNLOGGED + "|");

  private final World world;
  private final Start start;
  private final Map<String, Connection> connections = new HashMap<>();
  private final Map<String, SQLException> refused = new HashMap<>();
  private final Map<String, Optional<Picture>> pictures = new HashMap<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final List<LogEntry> changes = new ArrayList<>();
  private final List<LogEntry> failures = new ArrayList<>();

  Inquest(World world, Start start) {
    this.world = world;
    this.start = start;
    World.pause(SETTLED);
    awaitLog();
    readLog();
  }

  /** The log comes through a pipe: once a mark of ours is through, so is all that was before. */
  private void awaitLog() {
    String mark = Audit.MARK + MARKS.incrementAndGet();
    try {
      one("postgres", "SELECT '" + mark + "'");
      comesAbout(() -> world.audit().hasRead(mark));
    } catch (SQLException unreachable) {
      // A server that answers nobody writes no more either.
      World.pause(SETTLED);
    }
  }

  private void readLog() {
    Map<String, Map<String, WordList>> read = new HashMap<>();
    for (LogEntry entry : world.audit().entries()) {
      if (entry.is(Kind.STATEMENT)) {
        double at = start.watchMillis() + entry.epochMillis() - start.epochMillis();
        read.computeIfAbsent(entry.text(), Inquest::statements)
            .forEach((sql, words) -> deeds.add(new Deed(at, entry.database(), sql, words)));
      } else if (entry.is(Kind.CHANGE)) {
        changes.add(entry);
      } else {
        failures.add(entry);
      }
    }
  }

  /** Some clients send a whole script at once, which the server logs as one statement. */
  private static Map<String, WordList> statements(String text) {
    Map<String, WordList> statements = new LinkedHashMap<>();
    SqlScript.read(SourceText.of("", text))
        .statements()
        .forEach(each ->
            statements.put(each.tokens().sql(), WordList.of(each.tokens().sql())));
    return statements;
  }

  World world() {
    return world;
  }

  Start start() {
    return start;
  }

  /** What the trainee ran, in order. */
  List<Deed> deeds() {
    return List.copyOf(deeds);
  }

  List<Deed> deedsIn(String database) {
    return deeds.stream().filter(deed -> deed.database().equals(database)).toList();
  }

  /** What event triggers saw, as {@code COMMAND|type|name}. */
  List<LogEntry> changes() {
    return changes.stream()
        .filter(change -> DETAILS.stream().noneMatch(change.text()::startsWith))
        .toList();
  }

  /** What event triggers noted beside a change, as {@link Guard} names it. */
  Stream<LogEntry> noted(String detail) {
    return changes.stream().filter(change -> change.text().startsWith(detail + "|"));
  }

  /** What failed, and which sessions were ended. */
  List<LogEntry> failures() {
    return List.copyOf(failures);
  }

  // Asking the server

  /** The first value of a query as the scorer gets it; {@code null} is an empty string. */
  String one(String database, String sql) throws SQLException {
    try (Statement statement = connection(database).createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      String value = row.next() ? row.getString(1) : "";
      return value == null ? "" : value;
    }
  }

  long count(String database, String sql) throws SQLException {
    return Long.parseLong(one(database, sql));
  }

  boolean is(String database, String sql) throws SQLException {
    return one(database, sql).equals("t");
  }

  /** Runs statements as somebody else, undoes them, and says how they failed. */
  Optional<String> failure(String user, String database, String... sql) {
    try (Connection connection = world.observeAs(user, database);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET LOCAL lock_timeout = '500ms'");
      for (String each : sql) {
        statement.execute(each);
      }
      connection.rollback();
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(words(refused));
    }
  }

  static String words(SQLException refused) {
    String message = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    return message + " (" + refused.getSQLState() + ")";
  }

  /** A session that was ended meanwhile is opened again. */
  private Connection connection(String database) throws SQLException {
    Connection known = connections.get(database);
    if (known != null && !known.isClosed()) {
      return known;
    }
    SQLException before = refused.get(database);
    if (before != null) {
      throw before;
    }
    try {
      Connection opened = world.observe(database);
      connections.put(database, opened);
      return opened;
    } catch (SQLException unreachable) {
      // Whoever locks the catalogs locks everybody out: waiting for it once is enough.
      refused.put(database, unreachable);
      throw unreachable;
    }
  }

  /** What a database is now; nothing where it is gone or lets nobody look. */
  Optional<Picture> now(String database) {
    return pictures.computeIfAbsent(database, absent -> {
      try {
        return Optional.of(Picture.ofDatabase(connection(database)));
      } catch (SQLException unseen) {
        return Optional.empty();
      }
    });
  }

  Picture clusterNow() throws SQLException {
    return Picture.ofCluster(connection("postgres"));
  }

  // What is often asked

  /** Whether a session of the drill's own is there no more. */
  boolean isGone(long pid) throws SQLException {
    return is("postgres", "SELECT count(*) = 0 FROM pg_stat_activity WHERE pid = " + pid);
  }

  /** The first session that is to blame and still there; ending one takes a moment. */
  Optional<String> blamed() throws SQLException {
    long end = System.nanoTime() + ENDING;
    for (World.Opened holder : world.holders()) {
      if (holder.blamed() && !comesAbout(() -> isGone(holder.pid()), end)) {
        return Optional.of(holder.name());
      }
    }
    return Optional.empty();
  }

  /** Asks again for a while until it is so: what was just mended may take a moment to show. */
  boolean comesAbout(Condition condition) throws SQLException {
    return comesAbout(condition, System.nanoTime() + PATIENCE);
  }

  private static boolean comesAbout(Condition condition, long end) throws SQLException {
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        return false;
      }
      World.pause(POLL);
    }
    return true;
  }

  /** Something that may be so. */
  interface Condition {
    boolean holds() throws SQLException;
  }

  /** Whether sessions of the application are there and get on with their work. */
  Answer progress(String... names) throws SQLException {
    List<String> stuck = new ArrayList<>();
    List<AppSession> apps = Stream.of(names).map(world::app).toList();
    Map<String, Long> before = new HashMap<>();
    apps.forEach(app -> before.put(app.name(), app.answered()));
    long end = System.nanoTime() + PATIENCE;
    for (AppSession app : apps) {
      // The first answer may still be to a request of before.
      long first = before.getOrDefault(app.name(), 0L) + 1;
      boolean gets = comesAbout(() -> app.isEnded() || app.answered() > first, end);
      if (app.isEnded()) {
        stuck.add(app.name() + " was ended");
      } else if (!gets) {
        stuck.add(app.name()
            + app.lastFailure().map(state -> " fails with " + state).orElse(" still waits"));
      }
    }
    String all = String.join(", ", names);
    return stuck.isEmpty()
        ? Answer.yes(all + (names.length == 1 ? " works" : " work"))
        : Answer.no(String.join("; ", stuck));
  }

  /** Whether the orders that were there have a value in a column; rows that came later do not count. */
  Answer filled(String column) throws SQLException {
    long empty = count(
        Shop.DATABASE,
        "SELECT count(*) FROM public.orders WHERE " + column + " IS NULL AND id <= "
            + start.rows(Shop.DATABASE).last());
    return empty == 0
        ? Answer.yes("no row of before is NULL")
        : Answer.no(empty + " rows of before are NULL");
  }

  /** Databases of whose statements the trainee ran some. */
  Set<String> visited() {
    Set<String> visited = new HashSet<>();
    deeds.forEach(deed -> visited.add(deed.database()));
    return visited;
  }

  /** What of a kind there was at first in a database and is no more. */
  List<String> lost(String database, Thing thing) {
    Picture before = start.picture(database);
    return now(database).map(now -> before.without(now, thing)).orElse(List.of());
  }

  /** What of a kind there is now in a database and was not at first. */
  List<String> gained(String database, Thing thing) {
    Picture before = start.picture(database);
    return now(database).map(now -> now.without(before, thing)).orElse(List.of());
  }

  @Override
  public void close() {
    connections.values().forEach(connection -> {
      try {
        connection.abort(SAME_THREAD);
      } catch (SQLException gone) {
        // It is gone already.
        return;
      }
    });
  }
}
