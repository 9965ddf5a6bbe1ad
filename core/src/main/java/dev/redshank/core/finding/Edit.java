package dev.redshank.core.finding;

import dev.redshank.core.text.Span;

/**
 * A replacement in the file.
 *
 * @param span what is replaced; empty to insert
 */
public record Edit(Span span, String text) {}
