package dev.redshank.core.migration;

import dev.redshank.core.text.Span;
import java.util.Optional;

/**
 * Something that the user must mend: a path that is missing, a file that cannot be read.
 *
 * @param path the file or folder as results name it
 * @param span the place in it, where there is one
 * @param message what is wrong and the repair
 */
public record Problem(String path, Optional<Span> span, String message) {}
