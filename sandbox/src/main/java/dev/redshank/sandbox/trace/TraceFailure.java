package dev.redshank.sandbox.trace;

import dev.redshank.core.text.Position;

/**
 * A statement that PostgreSQL refused.
 *
 * @param position of the statement; of the last one where the commit failed
 * @param what was run: the statement's kind, or {@code COMMIT}
 * @param message PostgreSQL's words
 */
public record TraceFailure(
    String path, Position position, String what, String sqlState, String message) {}
