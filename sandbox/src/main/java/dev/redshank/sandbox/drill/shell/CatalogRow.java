package dev.redshank.sandbox.drill.shell;

import java.util.List;
import java.util.Optional;

/** A row of the system catalog. */
record CatalogRow(List<Optional<String>> values) {
  CatalogRow {
    values = List.copyOf(values);
  }

  /** A value; nothing where it is null. */
  String text(int column) {
    return values.get(column).orElse("");
  }

  boolean is(int column) {
    return text(column).equals("t");
  }
}
