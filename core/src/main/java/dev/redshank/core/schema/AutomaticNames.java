package dev.redshank.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The names that PostgreSQL gives to what is written without one: makeObjectName, ChooseRelationName and
 * ChooseConstraintName of its source.
 */
final class AutomaticNames {
  private static final int MOST_IN_TURN = 100;

  private AutomaticNames() {}

  /** {@code table_column_label}, then with 1, 2, … behind it, until one is free. */
  static String choose(String table, String columns, String label, Predicate<String> taken) {
    String name = make(table, columns, label);
    for (int pass = 1; taken.test(name); pass++) {
      int number = pass > MOST_IN_TURN
          ? beyond(pass, n -> taken.test(make(table, columns, label + n)))
          : pass;
      name = make(table, columns, label + number);
    }
    return name;
  }

  /**
   * A free number above so many taken ones, found by halving: PostgreSQL tries them in turn and finds the same, unless one
   * in between was freed.
   */
  private static int beyond(int low, IntPredicate taken) {
    int highestTaken = low - 1;
    int free = low;
    while (taken.test(free)) {
      highestTaken = free;
      free *= 2;
    }
    while (free - highestTaken > 1) {
      int middle = highestTaken + (free - highestTaken) / 2;
      if (taken.test(middle)) {
        highestTaken = middle;
      } else {
        free = middle;
      }
    }
    return free;
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
