package dev.redshank.sandbox.rows;

import dev.redshank.sandbox.rows.TableInfo.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds values of a column that keep the conditions on it: candidates come from the column's type and
 * from the constants in the conditions, and the server itself says which of them will do.
 */
final class ColumnValues {
  /** Numbers whose values are tried: the first ones and some far away. */
  private static final String TRIED =
      "ARRAY[0, 1, 2, 3, 4, 5, 7, 11, 50, 999, 12345, 99999]::int8[]";

  private final Types types;
  private final Probe probe;

  ColumnValues(Connection connection, Types types) {
    this.types = types;
    this.probe = new Probe(connection);
  }

  /** Like {@link #find(Column, List)}; or, where the value is to be NULL, whether it may be. */
  Optional<Generator> find(Column column, List<String> conditions, boolean isNull)
      throws SQLException {
    if (!isNull) {
      return find(column, conditions);
    }
    Scalar scalar = scalar(column.type(), column.modifier());
    List<String> all = new ArrayList<>(conditions);
    for (String check : scalar.domainChecks()) {
      all.add(Conditions.withValue(check, Sql.name(column.name())));
    }
    Generator none = Generator.always("NULL");
    boolean fits = all.isEmpty() || new Filter(column, scalar, all).allPass(none);
    return fits ? Optional.of(none) : Optional.empty();
  }

  /**
   * A generator of which every value will do, with as many values as possible; failing that, one of which
   * some do; empty where none does.
   *
   * @param conditions over the column's name
   */
  Optional<Generator> find(Column column, List<String> conditions) throws SQLException {
    List<String> all = new ArrayList<>(conditions);
    Scalar scalar = scalar(column.type(), column.modifier());
    for (String check : scalar.domainChecks()) {
      all.add(Conditions.withValue(check, Sql.name(column.name())));
    }
    Optional<Generator> usual = types.generator(column.type(), column.modifier());
    if (all.isEmpty()) {
      return usual;
    }
    Filter filter = new Filter(column, scalar, all);
    Optional<Generator> best = usual.filter(filter::allPass);
    if (best.isPresent() && best.get().isPlenty()) {
      return best;
    }
    Candidates candidates = new Candidates(scalar.type(), scalar.sql(), all, probe);
    for (Generator candidate : candidates.generators()) {
      if (candidate.size() > best.map(Generator::size).orElse(0L) && filter.allPass(candidate)) {
        best = Optional.of(candidate);
        if (candidate.isPlenty()) {
          return best;
        }
      }
    }
    Optional<Generator> pool = pool(candidates, filter, scalar.sql());
    if (pool.isPresent() && pool.get().size() > best.map(Generator::size).orElse(0L)) {
      best = pool;
    }
    return best.isPresent() ? best : usual.filter(filter::somePass);
  }

  /** The constants that will do, each alone. */
  private static Optional<Generator> pool(Candidates candidates, Filter filter, String typeSql) {
    List<String> good = candidates.constants().stream()
        .filter(constant -> filter.allPass(Generator.always(constant)))
        .toList();
    if (good.isEmpty()) {
      return Optional.empty();
    }
    String array = "ARRAY[" + String.join(", ", good) + "]::" + typeSql + "[]";
    return Optional.of(Generator.of(good.size(), number -> "(" + array + ")[1 + " + number + "]"));
  }

  /** What a column's type is below all domains. */
  private record Scalar(TypeInfo type, int modifier, String sql, List<String> domainChecks) {
    /** The most characters of a text of limited length, else 0. */
    int length() {
      boolean limited = type.name().equals("varchar") || type.name().equals("bpchar");
      return limited && modifier > 4 ? modifier - 4 : 0;
    }
  }

  private Scalar scalar(long type, int modifier) throws SQLException {
    List<String> checks = new ArrayList<>();
    TypeInfo info = types.info(type);
    int last = modifier;
    while (info.kind() == 'd') {
      checks.addAll(info.checks());
      last = info.baseModifier();
      info = types.info(info.base());
    }
    return new Scalar(info, last, types.sql(info, last), checks);
  }

  /** Tries values against the conditions. */
  private final class Filter {
    private final Column column;
    private final String typeSql;
    private final String condition;

    /** A cast to a text of limited length would cut what is too long, and hide it. */
    Filter(Column column, Scalar scalar, List<String> conditions) {
      this.column = column;
      List<String> all = new ArrayList<>(conditions);
      if (scalar.length() > 0) {
        all.add("char_length(%s) <= %d".formatted(Sql.name(column.name()), scalar.length()));
      }
      this.typeSql = scalar.length() > 0 ? "text" : scalar.sql();
      this.condition = "((" + String.join(") IS NOT FALSE) AND ((", all) + ") IS NOT FALSE)";
    }

    boolean allPass(Generator generator) {
      return ask("bool_and", generator);
    }

    boolean somePass(Generator generator) {
      return ask("bool_or", generator);
    }

    private boolean ask(String aggregate, Generator generator) {
      String query = "SELECT %s(%s) FROM (SELECT (%s)::%s AS %s FROM unnest(%s) AS tried(n)) AS t"
          .formatted(
              aggregate,
              condition,
              generator.at("tried.n"),
              typeSql,
              Sql.name(column.name()),
              TRIED);
      try {
        return probe.holds(query);
      } catch (SQLException lost) {
        throw new LostConnection(lost);
      }
    }
  }

  /** The server is gone; nothing can be tried any more. */
  static final class LostConnection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostConnection(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
