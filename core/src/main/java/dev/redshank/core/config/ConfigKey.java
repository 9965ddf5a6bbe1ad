package dev.redshank.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The keys of {@code redshank.yml}: the reader, the schema for editors and the help are made from this one list. */
public enum ConfigKey {
  POSTGRES("postgres", Kind.VERSION, "The server's version, 14 to 18 (17 unless said).", Group.TOP),
  PRESET("preset", Kind.PRESET, "Which rules are asked.", Group.TOP),
  PATHS(
      "paths",
      Kind.TEXTS,
      "Folders, files or globs with migrations, for runs that name none.",
      Group.TOP),
  EXCLUDE("exclude", Kind.GLOBS, "What is no migration: never read.", Group.TOP),
  HISTORY(
      "history",
      Kind.GLOBS,
      "Migrations that ran long ago: read for knowledge, never reported.",
      Group.TOP),
  DOWN("down", Kind.GLOBS, "Scripts that take a migration back.", Group.TOP),
  SCHEMA(
      "schema",
      Kind.TEXT,
      "A dump of the schema (pg_dump --schema-only) that the first migration finds.",
      Group.TOP),
  BASELINE("baseline", Kind.TEXT, "The file with the known findings of the past.", Group.TOP),
  TRANSACTION(
      "transaction",
      Kind.TRANSACTION,
      "What the runner puts around a file: a transaction (file), nothing (none), or it sends it as one message.",
      Group.TOP,
      Group.OVERRIDE),
  TIMEOUTS(
      "timeouts",
      Kind.TIMEOUTS,
      "Timeouts that role, database or connection set before a migration runs.",
      Group.TOP,
      Group.OVERRIDE),
  SQUAWK_COMMENTS(
      "squawk-comments", Kind.FLAG, "Whether -- squawk-ignore comments are honoured.", Group.TOP),
  FAIL_ON("fail-on", Kind.FAIL_ON, "The mildest severity that fails a run.", Group.TOP),
  MAX_WARNINGS(
      "max-warnings",
      Kind.COUNT,
      "More findings than this below the threshold fail a run too.",
      Group.TOP),
  RULES(
      "rules",
      Kind.RULES,
      "Levels and options of rules, by their names.",
      Group.TOP,
      Group.OVERRIDE),
  OVERRIDES(
      "overrides", Kind.OVERRIDES, "What is different for some paths; the last wins.", Group.TOP),
  ALLOW(
      "allow",
      Kind.ALLOW,
      "Findings that are accepted in migrations that must not change.",
      Group.TOP),

  OVERRIDE_PATHS("paths", Kind.GLOBS, "Where it holds.", Group.OVERRIDE),

  LOCK("lock", Kind.DURATION, "lock_timeout, such as 2s.", Group.TIMEOUTS),
  STATEMENT("statement", Kind.DURATION, "statement_timeout, such as 30s.", Group.TIMEOUTS),

  ALLOW_RULE("rule", Kind.RULE, "The rule whose finding is accepted.", Group.ALLOW),
  ALLOW_PATH("path", Kind.GLOB, "The migration, as results name it, or a glob.", Group.ALLOW),
  ALLOW_OBJECT(
      "object",
      Kind.TEXT,
      "The table, index or other object that the statement names.",
      Group.ALLOW),
  ALLOW_REASON("reason", Kind.TEXT, "Why it is accepted.", Group.ALLOW),
  ALLOW_UNTIL("until", Kind.DATE, "The last day on which it is, as 2027-01-31.", Group.ALLOW);

  /** What may be written for a key. */
  public enum Kind {
    VERSION,
    PRESET,
    TEXT,
    TEXTS,
    GLOB,
    GLOBS,
    TRANSACTION,
    DURATION,
    TIMEOUTS,
    FLAG,
    FAIL_ON,
    COUNT,
    RULE,
    RULES,
    OVERRIDES,
    ALLOW,
    DATE
  }

  /** Where a key may stand. */
  public enum Group {
    TOP,
    OVERRIDE,
    TIMEOUTS,
    ALLOW
  }

  /** The values of {@code fail-on}. */
  public static final List<String> THRESHOLDS = List.of("error", "warning", "note", "never");

  /** The values of {@code transaction}. */
  public static final List<String> TRANSACTIONS = List.of("file", "none", "message");

  /** A time as PostgreSQL writes it. */
  public static final String DURATION_PATTERN = "^[0-9]+(\\.[0-9]+)? ?(us|ms|s|min|h|d)?$";

  /** A version as text. */
  public static final String VERSION_PATTERN = "^(14|15|16|17|18)(\\.[0-9]+)*$";

  /** A day; that it exists, the reader checks. */
  public static final String DATE_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

  private final String text;
  private final Kind kind;
  private final String meaning;
  private final Set<Group> groups;

  ConfigKey(String text, Kind kind, String meaning, Group... groups) {
    this.text = text;
    this.kind = kind;
    this.meaning = meaning;
    this.groups = Set.of(groups);
  }

  /** The keys that may stand in a group. */
  public static List<ConfigKey> of(Group group) {
    return Arrays.stream(values()).filter(key -> key.groups.contains(group)).toList();
  }

  /** The keys that must stand in a group. */
  public static List<ConfigKey> requiredIn(Group group) {
    return switch (group) {
      case TOP, TIMEOUTS -> List.of();
      case OVERRIDE -> List.of(OVERRIDE_PATHS);
      case ALLOW -> List.of(ALLOW_RULE, ALLOW_REASON);
    };
  }

  /** As it is written. */
  public String text() {
    return text;
  }

  public Kind kind() {
    return kind;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }
}
