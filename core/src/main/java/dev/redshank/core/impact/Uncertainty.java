package dev.redshank.core.impact;

import dev.redshank.core.schema.RelationName;

/**
 * A fact that the migrations do not settle.
 *
 * @param fact what is not known, such as {@code rows} or {@code check-constraint}
 * @param reason why, for people
 */
public record Uncertainty(String fact, RelationName relation, String reason) {}
