package dev.redshank.sandbox.server;

/**
 * How a session comes in.
 *
 * @param name what {@code pg_stat_activity} shows
 * @param patience the longest that an answer may take, in seconds; 0 waits for ever
 * @param settings as {@code -c name=value}, or an empty string; they win over those of roles and
 *     databases
 */
public record SessionOptions(String name, int patience, String settings) {}
