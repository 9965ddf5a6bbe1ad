package dev.redshank.core.impact;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.SchemaView;

/**
 * Everything that decides what a statement does.
 *
 * @param schema the database before it
 * @param transaction the transaction around it
 * @param postgres the server's version
 */
public record Situation(SchemaView schema, TransactionState transaction, PgVersion postgres) {}
