package dev.redshank.core.rule;

import org.apiguardian.api.API;

/**
 * Something that rules are asked about.
 *
 * <pre>{@code
 * INFO.at(TransactionEnd.class)
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public sealed interface Moment permits StatementStep, TransactionEnd, MigrationEnd, DeployEnd {}
