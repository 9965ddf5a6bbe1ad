package dev.redshank.core.postgres;

import java.util.List;
import java.util.Optional;

/**
 * How volatile the functions of PostgreSQL and of the extensions that come with it are: {@code pg_proc.provolatile} of real
 * servers, in the generated file {@code functions.txt}. The file is read when somebody first asks.
 */
public final class FunctionVolatility {
  private FunctionVolatility() {}

  /** What a function may answer for the same arguments. */
  public enum Kind {
    IMMUTABLE,
    STABLE,
    VOLATILE,
    /** The types of the arguments decide, and it may be volatile. */
    MAYBE_VOLATILE
  }

  private static final class File {
    static final FactFile FACTS = new FactFile("functions.txt", 1);
  }

  /** The volatility of a function of PostgreSQL itself with this many arguments; empty when it has none of this name. */
  public static Optional<Kind> builtIn(String name, int arguments, PgVersion version) {
    return find(name, arguments, version, true);
  }

  /** The volatility of a function of an extension that comes with PostgreSQL. */
  public static Optional<Kind> ofExtension(String name, int arguments, PgVersion version) {
    return find(name, arguments, version, false);
  }

  private static Optional<Kind> find(
      String name, int arguments, PgVersion version, boolean builtIn) {
    for (List<String> line : File.FACTS.find(name)) {
      String origin = line.get(0);
      boolean own = origin.equals("-");
      if (own == builtIn
          && !origin.equals("syntax")
          && FactFile.contains(line.get(1), version.major())
          && FactFile.contains(line.get(2), arguments)) {
        return Optional.of(kind(line.get(3)));
      }
    }
    return Optional.empty();
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "i" -> Kind.IMMUTABLE;
      case "s", "mixed-s" -> Kind.STABLE;
      case "v" -> Kind.VOLATILE;
      default -> Kind.MAYBE_VOLATILE;
    };
  }
}
