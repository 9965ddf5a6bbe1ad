package dev.redshank.sandbox.drill.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Encoding;
import org.postgresql.core.Field;
import org.postgresql.core.Oid;
import org.postgresql.core.Query;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.Tuple;

/**
 * What the server answers to one statement, in the order in which it comes. JDBC's own results do not tell the tag of a
 * command ({@code ROLLBACK} for a COMMIT, say), and they tell notices only when the statement is over.
 */
final class Answer extends ResultHandlerBase {
  private static final Set<Integer> NUMBERS = Set.of(
      Oid.INT2,
      Oid.INT4,
      Oid.INT8,
      Oid.FLOAT4,
      Oid.FLOAT8,
      Oid.NUMERIC,
      Oid.MONEY,
      Oid.OID,
      28, // xid
      29, // cid
      5069); // xid8

  private final Encoding encoding;
  private final Consumer<SQLWarning> notices;
  private final List<Part> parts = new ArrayList<>();

  /** A part of an answer. */
  sealed interface Part {
    record Table(Rows rows) implements Part {}

    record Tag(String text) implements Part {}
  }

  Answer(Encoding encoding, Consumer<SQLWarning> notices) {
    this.encoding = encoding;
    this.notices = notices;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  @Override
  public void handleResultRows(
      Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
    List<Rows.Column> columns = Arrays.stream(fields)
        .map(field -> new Rows.Column(field.getColumnLabel(), NUMBERS.contains(field.getOID())))
        .toList();
    int fetched = Math.min(tuples.size(), Rows.FETCHED);
    List<List<Optional<String>>> rows =
        tuples.stream().limit(Rows.SHOWN).map(this::values).toList();
    boolean more = tuples.size() > Rows.FETCHED;
    parts.add(new Part.Table(new Rows(columns, rows, fetched - rows.size(), more)));
  }

  private List<Optional<String>> values(Tuple tuple) {
    List<Optional<String>> values = new ArrayList<>();
    for (int i = 0; i < tuple.fieldCount(); i++) {
      values.add(Optional.ofNullable(tuple.get(i)).map(this::decoded));
    }
    return values;
  }

  private String decoded(byte[] value) {
    try {
      return encoding.decode(value);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void handleCommandStatus(String status, long updateCount, long insertOid) {
    parts.add(new Part.Tag(status));
  }

  @Override
  public void handleWarning(SQLWarning warning) {
    notices.accept(warning);
  }
}
