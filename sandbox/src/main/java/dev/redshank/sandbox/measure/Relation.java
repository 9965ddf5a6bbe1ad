package dev.redshank.sandbox.measure;

import dev.redshank.core.schema.RelationName;

/**
 * A relation as the catalogs show it at one moment.
 *
 * @param filenode the number of its file, 0 where it has none
 * @param table the oid of an index's table, else its own
 * @param logged whether its changes go to the write-ahead log
 */
record Relation(
    long oid, RelationName name, RelationKind kind, long filenode, long table, boolean logged) {}
