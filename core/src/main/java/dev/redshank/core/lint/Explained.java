package dev.redshank.core.lint;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.Optional;

/**
 * What one statement does.
 *
 * @param source the migration's text
 * @param migration its version, as its tool writes it
 * @param span the statement
 * @param kind such as {@code ALTER TABLE}
 * @param within the statement around it, for one inside a DO block
 * @param transaction the transaction around it, before it runs
 * @param impact what it does
 */
public record Explained(
    SourceText source,
    String migration,
    Span span,
    String kind,
    Optional<Span> within,
    TransactionState transaction,
    StatementImpact impact) {}
