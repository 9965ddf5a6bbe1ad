package dev.redshank.core.lint;

import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.HeldLocks;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.statement.ResetSetting;
import dev.redshank.core.statement.SetSetting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The connection that runs a migration: its transaction, its savepoints, its settings, and the
 * picture of the database that goes back when a transaction does.
 */
final class Session {
  private final Settings elsewhere;
  private SchemaState schema;
  private Settings session;
  private Settings effective;
  private boolean open;
  private boolean byRunner;
  private boolean implicit;
  private Snapshot atBegin;
  private final Deque<Snapshot> savepoints = new ArrayDeque<>();
  private HeldLocks held = HeldLocks.NONE;

  Session(SchemaState schema, Settings elsewhere) {
    this.schema = schema;
    this.elsewhere = elsewhere;
    this.session = elsewhere;
    this.effective = elsewhere;
    this.atBegin = snapshot("");
  }

  SchemaState schema() {
    return schema;
  }

  void schema(SchemaState next) {
    schema = next;
  }

  boolean isOpen() {
    return open;
  }

  boolean isImplicit() {
    return implicit;
  }

  TransactionState state() {
    return new TransactionState(
        open,
        byRunner,
        implicit,
        effective.lockTimeout(),
        effective.statementTimeout(),
        effective.timeZone(),
        effective.checksBodies(),
        held);
  }

  void begin(boolean byRunner, boolean implicit) {
    open = true;
    this.byRunner = byRunner;
    this.implicit = implicit;
    atBegin = snapshot("");
    savepoints.clear();
    held = HeldLocks.NONE;
  }

  /** {@code BEGIN} inside an implicit transaction makes it an explicit one. */
  void makeExplicit() {
    implicit = false;
  }

  void commit() {
    end();
  }

  void rollback() {
    schema = atBegin.schema();
    session = atBegin.session();
    end();
  }

  private void end() {
    open = false;
    byRunner = false;
    implicit = false;
    effective = session;
    schema = schema.withSearchPath(effective.searchPath());
    savepoints.clear();
    held = HeldLocks.NONE;
  }

  void savepoint(String name) {
    savepoints.push(snapshot(name));
  }

  /** A rollback to a savepoint undoes what came after it, locks and settings too, and keeps it. */
  void rollbackTo(String name) {
    if (savepoints.stream().noneMatch(point -> point.name().equals(name))) {
      return;
    }
    while (!savepoints.getFirst().name().equals(name)) {
      savepoints.pop();
    }
    Snapshot point = savepoints.getFirst();
    schema = point.schema();
    session = point.session();
    effective = point.effective();
    held = point.held();
  }

  void release(String name) {
    if (savepoints.stream().anyMatch(point -> point.name().equals(name))) {
      while (!savepoints.pop().name().equals(name)) {
        continue;
      }
    }
  }

  /** Remembers the locks of a statement until the transaction ends. */
  void hold(Supplier<List<HeldLock>> locks) {
    held = held.plus(locks);
  }

  /** SET LOCAL outside a transaction has no effect: PostgreSQL answers with warning 25P01. */
  void set(SetSetting setting) {
    if (setting.local() && !open) {
      return;
    }
    effective = effective.with(setting, elsewhere);
    if (!setting.local()) {
      session = session.with(setting, elsewhere);
    }
    schema = schema.withSearchPath(effective.searchPath());
  }

  void reset(ResetSetting setting) {
    effective = effective.reset(setting.name(), elsewhere);
    session = session.reset(setting.name(), elsewhere);
    schema = schema.withSearchPath(effective.searchPath());
  }

  private Snapshot snapshot(String name) {
    return new Snapshot(name, schema, session, effective, held);
  }

  /** What a rollback goes back to. */
  private record Snapshot(
      String name, SchemaState schema, Settings session, Settings effective, HeldLocks held) {}

  /**
   * The settings that change what statements do.
   *
   * @param searchPath the schemas in which unqualified names are looked up; empty for PostgreSQL's
   *     default
   * @param checksBodies check_function_bodies, which dumps turn off
   */
  record Settings(
      Timeout lockTimeout,
      Timeout statementTimeout,
      List<String> searchPath,
      Optional<String> timeZone,
      boolean checksBodies) {
    Settings with(SetSetting setting, Settings elsewhere) {
      if (setting.values().isEmpty()) {
        return reset(Optional.of(setting.name()), elsewhere);
      }
      String value = setting.values().get(0);
      return switch (setting.name()) {
        case "lock_timeout" -> withLockTimeout(Timeouts.read(value));
        case "statement_timeout" -> withStatementTimeout(Timeouts.read(value));
        case "timezone" ->
          new Settings(lockTimeout, statementTimeout, searchPath, Optional.of(value), checksBodies);
        case "search_path" ->
          new Settings(
              lockTimeout,
              statementTimeout,
              SchemaState.searchPathOf(setting),
              timeZone,
              checksBodies);
        case "check_function_bodies" -> withChecksBodies(!isOff(value));
        default -> this;
      };
    }

    Settings reset(Optional<String> name, Settings elsewhere) {
      if (name.isEmpty()) {
        return elsewhere;
      }
      return switch (name.get()) {
        case "lock_timeout" -> withLockTimeout(elsewhere.lockTimeout);
        case "statement_timeout" -> withStatementTimeout(elsewhere.statementTimeout);
        case "timezone" ->
          new Settings(lockTimeout, statementTimeout, searchPath, elsewhere.timeZone, checksBodies);
        case "search_path" ->
          new Settings(lockTimeout, statementTimeout, elsewhere.searchPath, timeZone, checksBodies);
        case "check_function_bodies" -> withChecksBodies(elsewhere.checksBodies);
        default -> this;
      };
    }

    private Settings withLockTimeout(Timeout timeout) {
      return new Settings(timeout, statementTimeout, searchPath, timeZone, checksBodies);
    }

    private Settings withStatementTimeout(Timeout timeout) {
      return new Settings(lockTimeout, timeout, searchPath, timeZone, checksBodies);
    }

    private Settings withChecksBodies(boolean checks) {
      return new Settings(lockTimeout, statementTimeout, searchPath, timeZone, checks);
    }

    /** What PostgreSQL takes for false: {@code off}, {@code 0}, and beginnings of {@code false} and {@code no}. */
    private static boolean isOff(String value) {
      String word = value.toLowerCase(Locale.ROOT);
      return word.equals("0")
          || word.equals("of")
          || word.equals("off")
          || (!word.isEmpty() && ("false".startsWith(word) || "no".startsWith(word)));
    }
  }
}
