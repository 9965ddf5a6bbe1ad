package dev.redshank.sandbox.rows;

import java.util.Optional;

/** Values of PostgreSQL's own types. */
final class ScalarValues {
  private static final long DAYS = 1_000_000;
  private static final int WORDY = 40;

  private ScalarValues() {}

  static Optional<Generator> of(String type, int modifier) {
    Optional<Generator> number = numbers(type, modifier);
    if (number.isPresent()) {
      return number;
    }
    Optional<Generator> time = times(type);
    if (time.isPresent()) {
      return time;
    }
    Optional<Generator> text = texts(type, modifier);
    return text.isPresent() ? text : others(type);
  }

  private static Optional<Generator> numbers(String type, int modifier) {
    return Optional.ofNullable(
        switch (type) {
          case "bool" -> Generator.of(2, n -> "(" + n + " = 0)");
          case "int2" -> Generator.of(32_767, n -> "(1 + " + n + ")::int2");
          case "int4" -> Generator.of(2_000_000_000L, n -> "(1 + " + n + ")::int4");
          case "int8" -> Generator.plenty(n -> "(1 + (" + n + "))::int8");
          case "float4" -> Generator.of(1_000_000, n -> "(1 + " + n + ")::float4");
          case "float8" -> Generator.plenty(n -> "(1 + (" + n + "))::float8");
          case "numeric" -> numeric(modifier);
          case "money" -> Generator.of(1_000_000_000L, n -> "(1 + " + n + ")::numeric::money");
          case "oid", "xid" ->
            Generator.of(2_000_000_000L, n -> "(16384 + " + n + ")::text::" + type);
          case "xid8" -> Generator.plenty(n -> "(1 + (" + n + "))::text::xid8");
          case "bit" -> bits(Math.max(1, modifier), "bit");
          case "varbit" -> bits(modifier < 1 ? 64 : modifier, "varbit");
          default -> null;
        });
  }

  private static Generator numeric(int modifier) {
    if (modifier < 4) {
      return Generator.plenty(n -> "(1 + (" + n + "))::numeric");
    }
    int precision = ((modifier - 4) >> 16) & 0xffff;
    int scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
    int whole = precision - scale;
    String cast = "::numeric(" + precision + ", " + scale + ")";
    if (whole > 0) {
      return Generator.of(Math.max(1, power(10, whole) - 1), n -> "(1 + " + n + ")" + cast);
    }
    return Generator.of(
        Math.max(1, power(10, precision) - 1),
        n -> "((1 + " + n + ")::numeric / 1e" + scale + ")" + cast);
  }

  private static Generator bits(int length, String type) {
    int used = Math.min(length, 60);
    return Generator.of(
        power(2, used), n -> "(%s)::int8::bit(%d)::%s(%d)".formatted(n, used, type, length));
  }

  /** At most {@link Generator#PLENTY}. */
  static long power(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent && result < Generator.PLENTY; i++) {
      result *= base;
    }
    return Math.min(result, Generator.PLENTY);
  }

  private static Optional<Generator> times(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "date" -> Generator.of(DAYS, n -> "(date '2020-01-01' + (" + n + ")::int)");
          case "timestamp" -> Generator.plenty(n -> minutes("timestamp '2020-01-01 00:00'", n));
          case "timestamptz" ->
            Generator.plenty(n -> minutes("timestamptz '2020-01-01 00:00+00'", n));
          case "time" -> Generator.of(86_400, n -> "(time '00:00' + " + n + " * interval '1 s')");
          case "timetz" ->
            Generator.of(86_400, n -> "(time '00:00' + " + n + " * interval '1 s')::timetz");
          case "interval" -> Generator.plenty(n -> "((1 + (" + n + ")) * interval '1 minute')");
          default -> null;
        });
  }

  private static String minutes(String start, String number) {
    return "(" + start + " + (" + number + ") * interval '1 minute')";
  }

  private static Optional<Generator> texts(String type, int modifier) {
    return Optional.ofNullable(
        switch (type) {
          case "text" -> sentences();
          case "varchar", "bpchar" -> bounded(type, modifier);
          case "name" -> Generator.plenty(n -> "('n' || (" + n + "))::name");
          case "char" -> Generator.of(26, n -> "chr((97 + " + n + ")::int)::\"char\"");
          case "bytea" -> Generator.plenty(n -> "decode(md5((" + n + ")::text), 'hex')");
          case "uuid" -> Generator.plenty(n -> "md5('u' || (" + n + "))::uuid");
          case "json" -> Generator.plenty(n -> "json_build_object('n', " + n + ")");
          case "jsonb" -> Generator.plenty(n -> "jsonb_build_object('n', " + n + ")");
          case "jsonpath" -> Generator.plenty(n -> "('$.n' || (" + n + "))::jsonpath");
          case "xml" -> Generator.plenty(n -> "('<n>' || (" + n + ") || '</n>')::xml");
          case "tsvector" -> Generator.plenty(n -> "to_tsvector('simple', 'w' || (" + n + "))");
          case "tsquery" -> Generator.plenty(n -> "('w' || (" + n + "))::tsquery");
          default -> null;
        });
  }

  private static Generator sentences() {
    return Generator.plenty(n -> "('row ' || (" + n + ") || ' ' || md5((" + n + ")::text))");
  }

  private static Generator bounded(String type, int modifier) {
    int length = modifier < 4 ? (type.equals("bpchar") ? 1 : Integer.MAX_VALUE) : modifier - 4;
    String cast = "::" + type;
    if (length > WORDY + 12) {
      return sentences().map(text -> text + cast);
    }
    if (length >= 14) {
      return Generator.plenty(n -> "('v' || (" + n + "))" + cast);
    }
    return hexadecimal(length).map(text -> text + cast);
  }

  /** Short texts of at most that length. */
  static Generator hexadecimal(int length) {
    return Generator.of(power(16, length), n -> "to_hex(" + n + ")");
  }

  private static Optional<Generator> others(String type) {
    return Optional.ofNullable(
        switch (type) {
          case "inet" -> Generator.of(power(2, 24), n -> "('10.0.0.0'::inet + " + n + ")");
          case "cidr" -> Generator.of(power(2, 24), n -> "('10.0.0.0'::inet + " + n + ")::cidr");
          case "macaddr" -> Generator.plenty(n -> hex(n, 12) + "::macaddr");
          case "macaddr8" -> Generator.plenty(n -> hex(n, 16) + "::macaddr8");
          case "point" -> Generator.plenty(n -> point(n, "0"));
          case "lseg" -> Generator.plenty(n -> "lseg(" + corners(n) + ")");
          case "box" -> Generator.plenty(n -> "box(" + corners(n) + ")");
          case "path" -> Generator.plenty(n -> "path(polygon(box(" + corners(n) + ")))");
          case "polygon" -> Generator.plenty(n -> "polygon(box(" + corners(n) + "))");
          case "line" -> Generator.plenty(n -> "line(" + corners(n) + ")");
          case "circle" -> Generator.plenty(n -> "circle(" + point(n, "0") + ", 1)");
          case "pg_lsn" -> Generator.of(4_000_000_000L, n -> "('0/' || to_hex(" + n + "))::pg_lsn");
          case "regclass" -> Generator.always("'pg_class'::regclass");
          case "regtype" -> Generator.always("'int4'::regtype");
          case "regproc" -> Generator.always("'now'::regproc");
          case "regrole" -> Generator.always("current_user::regrole");
          case "regnamespace" -> Generator.always("'pg_catalog'::regnamespace");
          case "regconfig" -> Generator.always("'simple'::regconfig");
          case "pg_snapshot", "txid_snapshot" -> Generator.always("'1:1:'::" + type);
          default -> null;
        });
  }

  private static String hex(String number, int digits) {
    return "lpad(to_hex(" + number + "), " + digits + ", '0')";
  }

  /** Shapes three apart, so that those of width one never overlap. */
  private static String point(String number, String y) {
    return "point(3 * (" + number + "), " + y + ")";
  }

  private static String corners(String number) {
    return point(number, "0") + ", point(3 * (" + number + ") + 1, 1)";
  }
}
