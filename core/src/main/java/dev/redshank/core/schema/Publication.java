package dev.redshank.core.schema;

import org.pcollections.PSet;

/**
 * A publication of logical replication that the migrations made or changed.
 *
 * @param tables the tables that it is known to publish
 * @param complete whether it publishes nothing else; false for FOR ALL TABLES, FOR TABLES IN SCHEMA, or one that is older
 */
public record Publication(String name, PSet<RelationName> tables, boolean complete) {
  Publication withTables(PSet<RelationName> other) {
    return new Publication(name, other, complete);
  }
}
