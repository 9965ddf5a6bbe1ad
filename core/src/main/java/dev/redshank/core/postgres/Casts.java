package dev.redshank.core.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ALTER COLUMN … TYPE} without USING does for each pair of types, measured on real servers: the generated file
 * {@code casts.txt}, which is read when somebody first asks.
 */
public final class Casts {
  private static final String UTC = "UTC";

  private Casts() {}

  private static final class File {
    static final FactFile FACTS = new FactFile("casts.txt", 2);
  }

  /**
   * A type as the file calls it.
   *
   * @param base as {@code format_type()} prints it without a size, such as {@code character varying} or {@code text[]}; {@code
   *     enum}, {@code composite}, {@code domain(text)}, {@code domain(text) check} for types that users make
   * @param sizes what stands in parentheses, such as 10 and 2; none where nothing does
   */
  public record Type(String base, List<Integer> sizes) {
    public Type {
      sizes = List.copyOf(sizes);
    }
  }

  /** What happens to the table. */
  public enum Outcome {
    /** The values stay as they are. */
    KEEPS,
    /** Every row is written anew, and so are all indexes. */
    REWRITES,
    /** There is no such cast: 42804. */
    REFUSED
  }

  /**
   * A change of a column's type.
   *
   * @param outcome what happens to the table
   * @param rebuildsIndexes whether an index on the column is built again even where the table stays
   * @param byTimeZone whether another TimeZone of the session would change this
   */
  public record Change(Outcome outcome, boolean rebuildsIndexes, boolean byTimeZone) {}

  /** What a change does; empty when the file does not know the types. */
  public static Optional<Change> change(Type from, Type to, boolean utc, PgVersion version) {
    String source = from.sizes().isEmpty() ? from.base() : from.base() + "(n)";
    for (String target : targets(from, to)) {
      List<List<String>> lines = new ArrayList<>(2);
      for (List<String> line : File.FACTS.find(source + "|" + target)) {
        if (FactFile.contains(line.get(0), version.major())) {
          lines.add(line);
        }
      }
      for (List<String> line : lines) {
        if (line.get(1).equals("*") || line.get(1).equals(UTC) == utc) {
          return Optional.of(change(line, lines.size() > 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Change change(List<String> line, boolean byTimeZone) {
    Outcome outcome = line.get(2).equals("rewrite") ? Outcome.REWRITES : Outcome.KEEPS;
    boolean rebuilds = !line.get(3).equals("keep") && !line.get(3).equals("-");
    return new Change(outcome, rebuilds, byTimeZone);
  }

  /** The ways in which the file may write the target, best first. */
  private static List<String> targets(Type from, Type to) {
    if (to.sizes().isEmpty()) {
      return List.of(to.base());
    }
    List<String> names = new ArrayList<>();
    if (to.sizes().equals(List.of(6))) {
      names.add(to.base() + "(max)");
    }
    if (from.sizes().size() == to.sizes().size()) {
      names.add(to.base() + "(" + comparison(from.sizes(), to.sizes()) + ")");
    }
    names.add(to.base() + "(n)");
    return names;
  }

  private static String comparison(List<Integer> from, List<Integer> to) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < from.size(); i++) {
      int order = Integer.compare(to.get(i), from.get(i));
      text.append(i == 0 ? "" : ",").append(order < 0 ? '<' : order > 0 ? '>' : '=');
    }
    return text.toString();
  }
}
