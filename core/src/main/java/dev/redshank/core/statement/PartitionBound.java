package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** The rows that a partition takes: {@code FOR VALUES …}, or {@code DEFAULT}, whose values are the word itself. */
public record PartitionBound(boolean isDefault, SqlExpression values, Span span) {}
