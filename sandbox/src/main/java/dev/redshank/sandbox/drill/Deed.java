package dev.redshank.sandbox.drill;

/**
 * A statement of the trainee.
 *
 * @param atMillis by the world's watch
 */
record Deed(double atMillis, String database, String sql, WordList words) {}
