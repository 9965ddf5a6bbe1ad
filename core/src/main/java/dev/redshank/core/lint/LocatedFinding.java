package dev.redshank.core.lint;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.text.SourceText;

/**
 * A finding with the text that its places lie in.
 *
 * @param statementKind the kind of the statement, such as {@code ALTER TABLE}; empty for a finding about more than one
 * @param fingerprint the same as long as rule, path and normalised statement are
 */
public record LocatedFinding(
    Finding finding, SourceText source, String statementKind, String fingerprint) {}
