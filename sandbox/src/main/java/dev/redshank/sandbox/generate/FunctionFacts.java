package dev.redshank.sandbox.generate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The volatility of every function of PostgreSQL and of the extensions that come with it. */
final class FunctionFacts implements FactSource {
  /** Functions that SQL writes without parentheses; no catalog lists them. */
  private static final List<String> WITHOUT_PARENTHESES = List.of(
      "current_catalog",
      "current_date",
      "current_role",
      "current_schema",
      "current_time",
      "current_timestamp",
      "current_user",
      "localtime",
      "localtimestamp",
      "session_user",
      "system_user",
      "user");

  private static final String FUNCTIONS = """
      SELECT p.proname, coalesce(e.extname, '-'), p.provolatile,
             p.pronargs - p.pronargdefaults, p.pronargs, p.provariadic <> 0
      FROM pg_proc p
      LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
        AND d.deptype = 'e' AND d.refclassid = 'pg_extension'::regclass
      LEFT JOIN pg_extension e ON e.oid = d.refobjid
      WHERE e.oid IS NOT NULL OR p.pronamespace = 'pg_catalog'::regnamespace
      """;

  private static final int COUNTLESS = Integer.MAX_VALUE;

  private record Overload(char volatility, int least, int most) {
    boolean takes(int arguments) {
      return least <= arguments && arguments <= most;
    }
  }

  private record Name(String origin, String name) {}

  @Override
  public String file() {
    return "functions.txt";
  }

  @Override
  public List<String> legend() {
    return List.of(
        "name|origin|versions|arguments|volatility",
        "origin: - for PostgreSQL itself, syntax for words used without parentheses, else the"
            + " extension",
        "arguments: * for any number, else numbers such as 1,2 or 3+ (three and more)",
        "volatility: i immutable, s stable, v volatile; mixed-s, mixed-v: the argument types"
            + " decide, this is the worst");
  }

  @Override
  public void collect(Session session, FactTable table) throws SQLException {
    for (String extension :
        session.column("SELECT name FROM pg_available_extensions ORDER BY name")) {
      // A few need a host's Perl, Python or a preloaded library: those are left out.
      session.attempt("CREATE EXTENSION IF NOT EXISTS \"" + extension + "\" CASCADE");
    }
    Map<Name, List<Overload>> functions = new java.util.HashMap<>();
    for (List<String> row : session.rows(FUNCTIONS)) {
      functions
          .computeIfAbsent(new Name(row.get(1), row.get(0)), name -> new ArrayList<>())
          .add(overload(row));
    }
    functions.forEach((name, overloads) -> byArguments(overloads)
        .forEach((volatility, counts) -> add(session, table, name, counts, volatility)));
    for (String word : WITHOUT_PARENTHESES) {
      measured(session, word)
          .ifPresent(found -> add(session, table, new Name("syntax", word), "*", found));
    }
  }

  private static void add(
      Session session, FactTable table, Name name, String counts, String volatility) {
    table.add(session.version(), name.name() + "|" + name.origin(), counts + "|" + volatility);
  }

  private static Overload overload(List<String> row) {
    boolean variadic = row.get(5).startsWith("t");
    int least = Integer.parseInt(row.get(3));
    int most = Integer.parseInt(row.get(4));
    // A variadic parameter may be left out altogether.
    return new Overload(
        row.get(2).charAt(0),
        variadic ? Math.max(0, least - 1) : least,
        variadic ? COUNTLESS : most);
  }

  /** Volatility → the argument counts it holds for. */
  private static SortedMap<String, String> byArguments(List<Overload> overloads) {
    SortedMap<String, String> result = new TreeMap<>();
    String all = worst(overloads);
    if (all.length() == 1) {
      result.put(all, "*");
      return result;
    }
    int beyond = beyond(overloads);
    SortedMap<String, SortedSet<Integer>> counts = new TreeMap<>();
    for (int count = 0; count <= beyond; count++) {
      int arguments = count;
      List<Overload> taking =
          overloads.stream().filter(each -> each.takes(arguments)).toList();
      if (!taking.isEmpty()) {
        counts.computeIfAbsent(worst(taking), key -> new TreeSet<>()).add(count);
      }
    }
    if (counts.size() == 1) {
      result.put(counts.firstKey(), "*");
      return result;
    }
    counts.forEach((volatility, numbers) -> result.put(volatility, words(numbers, beyond)));
    return result;
  }

  /** A count above which nothing changes any more. */
  private static int beyond(List<Overload> overloads) {
    int beyond = 0;
    for (Overload each : overloads) {
      beyond = Math.max(beyond, 1 + (each.most() == COUNTLESS ? each.least() : each.most()));
    }
    return beyond;
  }

  private static String words(SortedSet<Integer> numbers, int beyond) {
    List<String> words = new ArrayList<>();
    for (int number : numbers) {
      words.add(number == beyond ? number + "+" : String.valueOf(number));
    }
    return String.join(",", words);
  }

  private static String worst(List<Overload> overloads) {
    SortedSet<Character> found = new TreeSet<>();
    overloads.forEach(each -> found.add(each.volatility()));
    // i, s, v: the alphabet happens to go from best to worst.
    return found.size() == 1 ? "" + found.first() : "mixed-" + found.last();
  }

  /** An index refuses what is not immutable; a volatile default rewrites the table. */
  private static Optional<String> measured(Session session, String word) throws SQLException {
    session.run("CREATE TABLE probe AS SELECT 1 AS id");
    try {
      if (session.attempt("SELECT " + word).isPresent()) {
        return Optional.empty();
      }
      if (session.attempt("CREATE INDEX ON probe ((" + word + "))").isEmpty()) {
        return Optional.of("i");
      }
      String filenode = "SELECT pg_relation_filenode('probe')";
      String before = session.value(filenode);
      session.run("ALTER TABLE probe ADD COLUMN added text DEFAULT " + word);
      return Optional.of(session.value(filenode).equals(before) ? "s" : "v");
    } finally {
      session.run("DROP TABLE probe");
    }
  }
}
