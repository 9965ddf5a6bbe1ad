package dev.redshank.core.lint;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.text.SourceText;
import org.apiguardian.api.API;

/**
 * A finding with the text that its places lie in.
 *
 * <pre>{@code
 * Position start = found.source().position(found.finding().span().start());
 * }</pre>
 *
 * @param statementKind the kind of the statement, such as {@code ALTER TABLE}; empty for a finding about more than one
 * @param fingerprint the same as long as rule, path and normalised statement are
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record LocatedFinding(
    Finding finding, SourceText source, String statementKind, String fingerprint) {}
