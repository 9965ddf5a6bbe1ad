package dev.redshank.core.finding;

import dev.redshank.core.text.Span;
import org.apiguardian.api.API;

/**
 * A replacement in the file.
 *
 * <pre>{@code
 * new Edit(new Span(12, 12), " CONCURRENTLY")
 * }</pre>
 *
 * @param span what is replaced; empty to insert
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record Edit(Span span, String text) {}
