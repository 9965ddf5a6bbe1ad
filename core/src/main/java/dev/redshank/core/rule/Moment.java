package dev.redshank.core.rule;

/** Something that rules are asked about. */
public sealed interface Moment permits StatementStep, TransactionEnd, MigrationEnd, DeployEnd {}
