package dev.redshank.core.schema;

import dev.redshank.core.text.Span;

/** A place in a migration. */
public record Place(String path, Span span) {}
