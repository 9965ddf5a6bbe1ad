package dev.redshank.core.schema;

import dev.redshank.core.statement.PartitionBound;
import java.util.List;
import java.util.Optional;
import org.pcollections.OrderedPSet;
import org.pcollections.PSet;

/**
 * What a relation has to do with others, each in the order in which it came to be.
 *
 * @param indexes the indexes on it
 * @param partitionOf the table that it is a partition of
 * @param bound the rows that it takes as a partition
 * @param partitions its partitions
 * @param partitionKey the plain columns that decide which partition takes a row
 * @param referencedBy the tables whose foreign keys refer to it, itself too
 * @param inherits the tables that it inherits from, other than as a partition
 * @param inheritedBy the tables that inherit from it, other than as partitions
 * @param reads what a view reads
 * @param readsOnly those of them that it reads without their partitions and children
 */
record RelationLinks(
    TableIndexes indexes,
    Optional<RelationName> partitionOf,
    Optional<PartitionBound> bound,
    PSet<RelationName> partitions,
    List<String> partitionKey,
    PSet<RelationName> referencedBy,
    PSet<RelationName> inherits,
    PSet<RelationName> inheritedBy,
    PSet<RelationName> reads,
    PSet<RelationName> readsOnly) {
  static final RelationLinks NONE = new RelationLinks(
      TableIndexes.NONE,
      Optional.empty(),
      Optional.empty(),
      OrderedPSet.empty(),
      List.of(),
      OrderedPSet.empty(),
      OrderedPSet.empty(),
      OrderedPSet.empty(),
      OrderedPSet.empty(),
      OrderedPSet.empty());

  RelationLinks withIndexes(TableIndexes indexes) {
    return new RelationLinks(
        indexes,
        partitionOf,
        bound,
        partitions,
        partitionKey,
        referencedBy,
        inherits,
        inheritedBy,
        reads,
        readsOnly);
  }

  RelationLinks withPartitionOf(
      Optional<RelationName> partitionOf, Optional<PartitionBound> bound) {
    return new RelationLinks(
        indexes,
        partitionOf,
        bound,
        partitions,
        partitionKey,
        referencedBy,
        inherits,
        inheritedBy,
        reads,
        readsOnly);
  }

  RelationLinks withPartitions(PSet<RelationName> partitions) {
    return new RelationLinks(
        indexes,
        partitionOf,
        bound,
        partitions,
        partitionKey,
        referencedBy,
        inherits,
        inheritedBy,
        reads,
        readsOnly);
  }

  RelationLinks withPartitionKey(List<String> partitionKey) {
    return new RelationLinks(
        indexes,
        partitionOf,
        bound,
        partitions,
        partitionKey,
        referencedBy,
        inherits,
        inheritedBy,
        reads,
        readsOnly);
  }

  RelationLinks withReferencedBy(PSet<RelationName> referencedBy) {
    return new RelationLinks(
        indexes,
        partitionOf,
        bound,
        partitions,
        partitionKey,
        referencedBy,
        inherits,
        inheritedBy,
        reads,
        readsOnly);
  }

  RelationLinks withInherits(PSet<RelationName> inherits) {
    return new RelationLinks(
        indexes,
        partitionOf,
        bound,
        partitions,
        partitionKey,
        referencedBy,
        inherits,
        inheritedBy,
        reads,
        readsOnly);
  }

  RelationLinks withInheritedBy(PSet<RelationName> inheritedBy) {
    return new RelationLinks(
        indexes,
        partitionOf,
        bound,
        partitions,
        partitionKey,
        referencedBy,
        inherits,
        inheritedBy,
        reads,
        readsOnly);
  }

  RelationLinks withReads(PSet<RelationName> reads, PSet<RelationName> readsOnly) {
    return new RelationLinks(
        indexes,
        partitionOf,
        bound,
        partitions,
        partitionKey,
        referencedBy,
        inherits,
        inheritedBy,
        reads,
        readsOnly);
  }

  /** The same with one relation under another name. */
  RelationLinks renamed(RelationName from, RelationName to) {
    return new RelationLinks(
        indexes.renamed(from, to),
        partitionOf.map(parent -> parent.equals(from) ? to : parent),
        bound,
        renamed(partitions, from, to),
        partitionKey,
        renamed(referencedBy, from, to),
        renamed(inherits, from, to),
        renamed(inheritedBy, from, to),
        renamed(reads, from, to),
        renamed(readsOnly, from, to));
  }

  private static PSet<RelationName> renamed(
      PSet<RelationName> names, RelationName from, RelationName to) {
    return names.contains(from) ? names.minus(from).plus(to) : names;
  }
}
