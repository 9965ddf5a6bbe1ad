package dev.redshank.core.schema;

import java.util.Collection;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The names of a table's indexes, in the order in which they came. What came since an earlier picture is found without a
 * look at the others: a table may have thousands, each made by a statement that asks.
 */
final class TableIndexes {
  static final TableIndexes NONE = new TableIndexes(HashTreePMap.empty(), TreePMap.empty(), 0);

  private final PMap<RelationName, Long> places;
  private final TreePMap<Long, RelationName> names;
  private final long next;

  private TableIndexes(
      PMap<RelationName, Long> places, TreePMap<Long, RelationName> names, long next) {
    this.places = places;
    this.names = names;
    this.next = next;
  }

  Collection<RelationName> names() {
    return names.values();
  }

  /** Those that came after {@code earlier}, from which this was made. */
  Collection<RelationName> since(TableIndexes earlier) {
    return names.tailMap(earlier.next, true).values();
  }

  TableIndexes plus(RelationName index) {
    return places.containsKey(index)
        ? this
        : new TableIndexes(places.plus(index, next), names.plus(next, index), next + 1);
  }

  TableIndexes minus(RelationName index) {
    Optional<Long> place = Optional.ofNullable(places.get(index));
    return place.isEmpty()
        ? this
        : new TableIndexes(places.minus(index), names.minus(place.get()), next);
  }

  TableIndexes renamed(RelationName from, RelationName to) {
    return places.containsKey(from) ? minus(from).plus(to) : this;
  }
}
