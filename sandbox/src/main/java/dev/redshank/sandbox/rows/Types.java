package dev.redshank.sandbox.rows;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the types of a database and how values of them are made. */
final class Types {
  private static final String QUERY = """
      SELECT t.typname, format_type(t.oid, NULL), t.typtype::text,
        n.nspname = 'pg_catalog', CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END,
        t.typbasetype, t.typtypmod,
        coalesce((SELECT r.rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid),
                 (SELECT r.rngtypid FROM pg_range r WHERE r.rngmultitypid = t.oid),
                 t.typrelid::oid),
        ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
        ARRAY(SELECT pg_get_expr(k.conbin, 0) FROM pg_constraint k
              WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname)
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid = ?
      """;

  private static final String FIELDS = """
      SELECT atttypid, atttypmod FROM pg_attribute
      WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped ORDER BY attnum
      """;

  private final Connection connection;
  private final Map<Long, TypeInfo> known = new HashMap<>();

  Types(Connection connection) {
    this.connection = connection;
  }

  TypeInfo info(long oid) throws SQLException {
    TypeInfo info = known.get(oid);
    if (info == null) {
      info = read(oid);
      known.put(oid, info);
    }
    return info;
  }

  private TypeInfo read(long oid) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setLong(1, oid);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("There is no type " + oid);
        }
        return new TypeInfo(
            oid,
            row.getString(1),
            row.getString(2),
            row.getString(3).charAt(0),
            row.getBoolean(4),
            row.getLong(5),
            row.getLong(6),
            row.getInt(7),
            row.getLong(8),
            strings(row.getArray(9)),
            strings(row.getArray(10)));
      }
    }
  }

  /** The type as SQL writes it, with a modifier. */
  String sql(TypeInfo info, int modifier) throws SQLException {
    String query = "SELECT format_type(" + info.oid() + ", " + modifier + ")";
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** Values of a type; empty where nobody knows how to make one. */
  Optional<Generator> generator(long oid, int modifier) throws SQLException {
    TypeInfo info = info(oid);
    if (info.element() != 0) {
      return generator(info.element(), modifier).map(element -> arrays(element, info));
    }
    return switch (info.kind()) {
      case 'd' -> generator(info.base(), info.baseModifier());
      case 'e' -> Optional.of(labels(info));
      case 'c' -> composite(info);
      case 'r' -> generator(info.part(), -1).map(part -> ranges(part, info));
      case 'm' ->
        generator(info.part(), -1).map(range -> range.map(value -> info.sql() + "(" + value + ")"));
      default -> scalars(info, modifier);
    };
  }

  private static Generator arrays(Generator element, TypeInfo info) {
    return new Generator(
        element.size(),
        number -> "ARRAY[%s, %s]::%s"
            .formatted(element.at(number), element.at("(" + number + ") + 1"), info.sql()));
  }

  private static Generator labels(TypeInfo info) {
    StringBuilder all = new StringBuilder();
    for (String label : info.labels()) {
      all.append(all.length() == 0 ? "" : ", ").append(Sql.constant(label));
    }
    return Generator.of(
        Math.max(1, info.labels().size()),
        number -> "(ARRAY[%s]::%s[])[1 + %s]".formatted(all, info.sql(), number));
  }

  /** Ranges that never overlap, so that they keep exclusion constraints too. */
  private static Generator ranges(Generator part, TypeInfo info) {
    long size = part.isPlenty() ? Generator.PLENTY : Math.max(1, part.size() / 2 - 1);
    return new Generator(
        size,
        number -> "%s(%s, %s)"
            .formatted(
                info.sql(),
                part.at("2 * ((" + number + ") % " + size + ")"),
                part.at("2 * ((" + number + ") % " + size + ") + 1")));
  }

  private Optional<Generator> composite(TypeInfo info) throws SQLException {
    java.util.List<Generator> fields = new java.util.ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(FIELDS)) {
      query.setLong(1, info.part());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Optional<Generator> field = generator(row.getLong(1), row.getInt(2));
          if (field.isEmpty()) {
            return Optional.empty();
          }
          fields.add(field.get());
        }
      }
    }
    long size = fields.stream().mapToLong(Generator::size).max().orElse(1);
    return Optional.of(new Generator(size, number -> {
      StringBuilder row = new StringBuilder("ROW(");
      for (Generator field : fields) {
        row.append(row.length() > 4 ? ", " : "").append(field.at(number));
      }
      return row + ")::" + info.sql();
    }));
  }

  private Optional<Generator> scalars(TypeInfo info, int modifier) throws SQLException {
    Optional<Generator> known =
        info.builtIn() ? ScalarValues.of(info.name(), modifier) : Optional.empty();
    return known.isPresent() ? known : asText(info);
  }

  /** Types of extensions: what they read from text. */
  private Optional<Generator> asText(TypeInfo info) throws SQLException {
    for (String text : List.of("'w' || (%s)", "(%s)::text", "'w=>' || (%s)")) {
      Generator generator =
          Generator.plenty(number -> "(" + text.formatted(number) + ")::" + info.sql());
      if (works(generator)) {
        return Optional.of(generator);
      }
    }
    Generator empty = Generator.always("''::" + info.sql());
    return works(empty) ? Optional.of(empty) : Optional.empty();
  }

  private boolean works(Generator generator) throws SQLException {
    return new Probe(connection)
        .holds("SELECT (%s) IS NOT NULL AND (%s) IS NOT NULL"
            .formatted(generator.at("1"), generator.at("12345")));
  }
}
