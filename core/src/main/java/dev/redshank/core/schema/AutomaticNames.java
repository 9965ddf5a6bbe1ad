package dev.redshank.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The names that PostgreSQL gives to what is written without one: makeObjectName, ChooseRelationName and
 * ChooseConstraintName of its source.
 */
final class AutomaticNames {
  private AutomaticNames() {}

  /** {@code table_column_label}, then with 1, 2, … behind it, until one is free. */
  static String choose(String table, String columns, String label, Predicate<String> taken) {
    String name = make(table, columns, label);
    for (int pass = 1; taken.test(name); pass++) {
      name = make(table, columns, label + pass);
    }
    return name;
  }

  /** Both names are shortened, the longer one first, until everything fits. */
  private static String make(String table, String columns, String label) {
    int overhead = 1 + Clipping.bytes(label) + (columns.isEmpty() ? 0 : 1);
    int available = Clipping.LONGEST - overhead;
    int first = Clipping.bytes(table);
    int second = Clipping.bytes(columns);
    while (first + second > available) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    String middle = columns.isEmpty() ? "" : "_" + Clipping.clip(columns, second);
    return Clipping.clip(table, first) + middle + "_" + label;
  }

  /** Column names as one part of a name: ChooseIndexNameAddition stops when it is full. */
  static String joined(List<String> columns) {
    StringBuilder text = new StringBuilder();
    for (String column : columns) {
      if (text.length() > 0) {
        text.append('_');
      }
      text.append(column);
      if (text.length() > Clipping.LONGEST) {
        break;
      }
    }
    return Clipping.clip(text.toString());
  }

  /** Tells keys of one name apart: {@code expr}, {@code expr1}, … */
  static List<String> distinct(List<String> keys) {
    List<String> names = new ArrayList<>();
    for (String key : keys) {
      String name = key;
      for (int i = 1; names.contains(name); i++) {
        name = key + i;
      }
      names.add(name);
    }
    return names;
  }
}
