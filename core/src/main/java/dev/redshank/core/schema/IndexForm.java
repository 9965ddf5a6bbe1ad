package dev.redshank.core.schema;

import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.CreateIndex.IndexKey;
import dev.redshank.core.statement.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an index looks like.
 *
 * @param keyNames what its keys and included columns are called, for the name of an index that has none
 * @param words the names in its keys, included columns and predicate
 * @param shape the same for two indexes of one table that PostgreSQL takes for each other
 */
record IndexForm(List<String> keyNames, List<String> words, String shape) {
  IndexForm {
    keyNames = List.copyOf(keyNames);
    words = List.copyOf(words);
  }

  /** The index behind a constraint on plain columns. */
  static IndexForm of(List<String> columns, String method) {
    return new IndexForm(columns, columns, method + columns);
  }

  static IndexForm of(CreateIndex index) {
    List<String> names = new ArrayList<>();
    Set<String> words = new LinkedHashSet<>();
    List<String> shape = new ArrayList<>();
    for (IndexKey key : index.keys()) {
      String name = key.column()
          .map(Identifier::name)
          .orElseGet(() -> ExpressionNames.keyName(key.expression()));
      names.add(name);
      key.column().ifPresent(column -> words.add(column.name()));
      words.addAll(ExpressionNames.words(key.expression()));
      shape.add(key.column()
          .map(Identifier::name)
          .orElseGet(() -> key.expression().tokens().normalized()));
    }
    index.included().forEach(column -> {
      names.add(column.name());
      words.add(column.name());
    });
    index.predicate().ifPresent(predicate -> words.addAll(ExpressionNames.words(predicate)));
    String where = index
        .predicate()
        .map(predicate -> " where " + predicate.tokens().normalized())
        .orElse("");
    return new IndexForm(
        AutomaticNames.distinct(names), List.copyOf(words), index.method() + shape + where);
  }

  IndexForm columnRenamed(String from, String to) {
    return new IndexForm(Index.renamed(keyNames, from, to), Index.renamed(words, from, to), shape);
  }
}
