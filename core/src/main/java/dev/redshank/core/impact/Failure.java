package dev.redshank.core.impact;

/**
 * A statement that PostgreSQL refuses.
 *
 * @param sqlState such as {@code 25001}
 * @param reason for people
 */
public record Failure(String sqlState, String reason) {}
