package dev.redshank.core.lint;

import dev.redshank.core.text.Span;

/**
 * A part of a migration that was not understood.
 *
 * @param reason for people
 */
public record NotRead(String path, Span span, String reason) {}
