package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** How to index a partitioned table, where CONCURRENTLY is refused: part by part. */
public record PartitionedIndex(StatementStep step, CreateIndex index) {
  private static final int SHOWN = 3;

  public List<String> recipe() {
    List<RelationName> partitions = partitions();
    List<String> lines = new ArrayList<>();
    lines.add(sql("INDEX", IndexWithoutConcurrently.name(index), "ONLY " + index.table()));
    lines.add("-- then for each partition, outside a transaction");
    partitions.forEach(partition -> lines.addAll(attached(partition.name(), partition.toString())));
    if (partitions.isEmpty()) {
      lines.addAll(attached("partition", "PARTITION"));
    }
    return lines;
  }

  private List<String> attached(String bare, String partition) {
    String part = Wording.named(bare, index.name().map(name -> name.name()).orElse("idx"));
    String whole = IndexWithoutConcurrently.name(index);
    return List.of(
        sql("INDEX CONCURRENTLY", part, partition),
        "ALTER INDEX %s ATTACH PARTITION %s;".formatted(whole, part));
  }

  private String sql(String words, String name, String table) {
    String unique = index.unique() ? "UNIQUE " : "";
    String rest = step.sqlBehind(index.table().span());
    return "CREATE %s%s %s ON %s %s;".formatted(unique, words, name, table, rest);
  }

  private List<RelationName> partitions() {
    return step.before()
        .relation(index.table())
        .map(Relation::partitions)
        .map(partitions -> partitions.stream().sorted().limit(SHOWN).toList())
        .orElse(List.of());
  }
}
