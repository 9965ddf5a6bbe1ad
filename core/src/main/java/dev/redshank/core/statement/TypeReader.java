package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the name of a type. The aliases are those of table 8.1 of the manual (<a
 * href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>), turned into internal names as PostgreSQL's
 * grammar does it.
 */
final class TypeReader {
  private static final Set<String> INTERVAL_FIELDS =
      Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

  /** A float of up to this many binary digits is a float4. */
  private static final int FLOAT4_DIGITS = 24;

  private final TokenCursor cursor;
  private final int start;
  private final List<String> modifiers = new ArrayList<>();

  private TypeReader(TokenCursor cursor) {
    this.cursor = cursor;
    this.start = cursor.position();
  }

  /** Reads a type with its modifiers and array brackets; {@code SETOF} before it is stepped over. */
  static TypeName read(TokenCursor cursor) {
    return new TypeReader(cursor).read();
  }

  private TypeName read() {
    cursor.accept("SETOF");
    if (!cursor.atName()) {
      throw cursor.unexpected("a type");
    }
    int first = cursor.position();
    boolean alone = cursor.at(TokenKind.WORD) && !cursor.ahead(1, TokenKind.DOT);
    ObjectName name = alone ? builtIn() : other();
    Span written = cursor.spanFrom(first);
    int dimensions = dimensions();
    ObjectName placed = new ObjectName(name.schema(), name.name(), written);
    return new TypeName(placed, modifiers, dimensions, cursor.spanFrom(start));
  }

  /** A type with a schema, in quotes, or copied from a column with {@code %TYPE}. */
  private ObjectName other() {
    ObjectName name = cursor.qualified("a type");
    if (cursor.atOperator("%") && (cursor.ahead(1, "TYPE") || cursor.ahead(1, "ROWTYPE"))) {
      cursor.skip(1);
      String copied = name.name() + "%" + Names.fold(cursor.text("TYPE"));
      return new ObjectName(name.schema(), copied, name.span());
    }
    readModifiers();
    boolean catalog = name.schema().filter("pg_catalog"::equals).isPresent();
    if (catalog && (name.name().equals("timestamp") || name.name().equals("time"))) {
      return zoned(name.name());
    }
    return catalog ? new ObjectName(Optional.empty(), name.name(), name.span()) : name;
  }

  private ObjectName builtIn() {
    int index = cursor.position();
    String word = cursor.word();
    if (cursor.ahead(1, "VARYING") || (word.equals("NATIONAL") || word.equals("DOUBLE"))) {
      return twoWords(word);
    }
    if (cursor.tokens().isOperator(index + 1, "%")) {
      return other();
    }
    cursor.skip(1);
    return switch (word) {
      case "INT", "INTEGER" -> named("int4");
      case "SMALLINT" -> named("int2");
      case "BIGINT" -> named("int8");
      case "REAL" -> named("float4");
      case "BOOLEAN" -> named("bool");
      case "DEC", "DECIMAL", "NUMERIC" -> withModifiers("numeric");
      case "FLOAT" -> floating();
      case "CHAR", "CHARACTER", "NCHAR" -> fixedLength("bpchar");
      case "BIT" -> fixedLength("bit");
      case "TIME" -> zoned("time");
      case "TIMESTAMP" -> zoned("timestamp");
      case "INTERVAL" -> interval();
      case "SERIAL" -> named("serial4");
      case "BIGSERIAL" -> named("serial8");
      case "SMALLSERIAL" -> named("serial2");
      default -> withModifiers(Names.of(cursor.tokens(), index));
    };
  }

  /** {@code character varying}, {@code bit varying}, {@code national char varying}, {@code double precision}. */
  private ObjectName twoWords(String word) {
    if (cursor.accept("DOUBLE", "PRECISION")) {
      return named("float8");
    }
    cursor.accept("NATIONAL");
    boolean bits = cursor.accept("BIT");
    boolean characters = !bits && cursor.acceptAny("CHARACTER", "CHAR", "NCHAR");
    if (!bits && !characters) {
      cursor.reset(cursor.position() - (word.equals("NATIONAL") ? 1 : 0));
      cursor.skip(1);
      return withModifiers(Names.fold(word));
    }
    boolean varying = cursor.accept("VARYING");
    if (varying) {
      return withModifiers(bits ? "varbit" : "varchar");
    }
    return fixedLength(bits ? "bit" : "bpchar");
  }

  private ObjectName named(String name) {
    return new ObjectName(Optional.empty(), name, cursor.spanFrom(start));
  }

  private ObjectName withModifiers(String name) {
    readModifiers();
    return named(name);
  }

  /** {@code char} and {@code bit} alone hold one character or bit. */
  private ObjectName fixedLength(String name) {
    readModifiers();
    if (modifiers.isEmpty()) {
      modifiers.add("1");
    }
    return named(name);
  }

  private ObjectName floating() {
    readModifiers();
    boolean small = modifiers.size() == 1 && isAtMost(modifiers.get(0), FLOAT4_DIGITS);
    modifiers.clear();
    return named(small ? "float4" : "float8");
  }

  private static boolean isAtMost(String digits, int limit) {
    return digits.length() <= 2
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(digits) <= limit;
  }

  private ObjectName zoned(String name) {
    if (modifiers.isEmpty()) {
      readModifiers();
    }
    if (cursor.accept("WITH", "TIME", "ZONE")) {
      return named(name + "tz");
    }
    cursor.accept("WITHOUT", "TIME", "ZONE");
    return named(name);
  }

  /** Which fields an interval keeps is part of its type, as its precision is. */
  private ObjectName interval() {
    int fields = cursor.position();
    if (INTERVAL_FIELDS.contains(cursor.word())) {
      cursor.skip(1);
      if (cursor.accept("TO")) {
        cursor.skip(1);
      }
      modifiers.add(cursor.tokensFrom(fields).normalized());
    }
    readModifiers();
    return named("interval");
  }

  private void readModifiers() {
    if (!cursor.at(TokenKind.OPEN)) {
      return;
    }
    TokenCursor inside = cursor.brackets("a type's length or precision");
    for (Tokens part : inside.rest().splitAtCommas()) {
      modifiers.add(part.sql().toLowerCase(Locale.ROOT));
    }
  }

  private int dimensions() {
    int dimensions = 0;
    if (cursor.accept("ARRAY")) {
      dimensions = 1;
      if (cursor.at(TokenKind.OPEN_BRACKET)) {
        cursor.brackets("the size of the array");
      }
      return dimensions;
    }
    while (cursor.at(TokenKind.OPEN_BRACKET)) {
      cursor.brackets("the size of the array");
      dimensions++;
    }
    return dimensions;
  }
}
