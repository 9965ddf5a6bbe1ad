package dev.redshank.core.report;

import dev.redshank.core.text.Span;

/**
 * Another part of the code in a frame.
 *
 * @param message what it has to do with the finding
 */
record FrameLabel(Span span, String message) {}
