package dev.redshank.sandbox.generate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code ALTER COLUMN … TYPE} does for each pair of types, measured by doing it. */
final class CastFacts implements FactSource {
  /** A zone with an offset, and the one for which PostgreSQL spares itself a rewrite. */
  private static final String ZONE = "Europe/Berlin";

  private static final String UTC = "UTC";

  private static final List<String> ARRAYS_WITH_SIZES =
      List.of("character varying", "numeric", "timestamp without time zone");

  private static final String INTERVALS =
      "year,month,day,hour,minute,second,year to month,day to hour,day to minute,day to second,"
          + "hour to minute,hour to second,minute to second";

  /** Types that users' own types are made of: only from these they are reached without a rewrite. */
  private static final List<String> RELATED = List.of(
      "bigint",
      "bpchar",
      "character varying",
      "citext",
      "integer",
      "json",
      "jsonb",
      "numeric",
      "text",
      "text[]");

  /** Types whose values only PostgreSQL itself makes. */
  private static final String INTERNAL =
      "'{pg_brin_bloom_summary,pg_brin_minmax_multi_summary,pg_dependencies,pg_mcv_list,"
          + "pg_ndistinct,pg_node_tree,_pg_node_tree}'";

  @Override
  public String file() {
    return "casts.txt";
  }

  @Override
  public List<String> legend() {
    return List.of(
        "from|to|versions|zone|table|index : ALTER COLUMN TYPE without USING, on a column with a"
            + " default index",
        "zone: * any session TimeZone, UTC, or Europe/Berlin for every zone with an offset",
        "table: none or rewrite; index: keep, rebuild, error (the new type has no such index), -"
            + " (the old type has none)",
        "sizes: T(n) is any size of the source; for a target (<), (=), (>) compare with the"
            + " source's size, precision first for numeric; T(n) is any size where the source has"
            + " none or another meaning of size, T(max) is the greatest precision (6) and goes"
            + " before (>) and (=); the size always stands last",
        "enum, composite and domain(T) stand for any such type; collate for another collation",
        "a pair that is not listed is refused (42804) if its source is listed; but users' types"
            + " (enum, domain, citext, …) and collations are listed as targets only for the types"
            + " that they are made of");
  }

  @Override
  public void collect(Session session, FactTable table) throws SQLException {
    session.run("CREATE EXTENSION citext");
    session.run("CREATE EXTENSION hstore");
    session.run("CREATE TYPE mood AS ENUM ('calm')");
    session.run("CREATE TYPE other_mood AS ENUM ('calm')");
    session.run("CREATE TYPE pair AS (a int, b text)");
    TypeChange change = new TypeChange(session);
    List<ColumnType> plain = plain(session);
    List<ColumnType> own = own(session);
    List<ColumnType> builtIn = new ArrayList<>(plain);
    builtIn.addAll(sizedTargets());
    List<ColumnType> all = new ArrayList<>(builtIn);
    all.addAll(own);
    all.addAll(collated());
    for (ColumnType source : plain) {
      measure(session, change, table, source, RELATED.contains(source.key()) ? all : builtIn);
    }
    for (ColumnType source : own) {
      measure(session, change, table, source, all);
    }
    for (Modifiers.Family family : Modifiers.FAMILIES) {
      boolean related = RELATED.stream().anyMatch(family.bases()::contains);
      sized(session, change, table, family, related ? all : builtIn);
    }
    intervals(session, change, table);
  }

  private static void measure(
      Session session,
      TypeChange change,
      FactTable table,
      ColumnType source,
      List<ColumnType> targets)
      throws SQLException {
    session.run("SET TimeZone = '" + ZONE + "'");
    if (!change.from(source)) {
      return;
    }
    for (ColumnType target : targets) {
      session.run("SET TimeZone = '" + ZONE + "'");
      Optional<TypeChange.Outcome> there = change.to(target);
      if (there.isEmpty()) {
        continue;
      }
      session.run("SET TimeZone = '" + UTC + "'");
      TypeChange.Outcome atHome = change.to(target).orElseThrow();
      String pair = source.key() + "|" + target.key();
      if (atHome.equals(there.get())) {
        table.add(session.version(), pair, "*|" + atHome.words());
      } else {
        table.add(session.version(), pair, UTC + "|" + atHome.words());
        table.add(session.version(), pair, ZONE + "|" + there.get().words());
      }
    }
  }

  /** Every type of PostgreSQL's own that a column can have, arrays too, without sizes. */
  private static List<ColumnType> plain(Session session) throws SQLException {
    List<ColumnType> types = new ArrayList<>();
    for (String written : session.column(TypeFacts.BUILT_IN.formatted(INTERNAL))) {
      TypeFacts.nameOf(session, written).map(ColumnType::named).ifPresent(types::add);
    }
    return types;
  }

  /** Types that users make, each kind by one example. */
  private static List<ColumnType> own(Session session) throws SQLException {
    List<ColumnType> types = new ArrayList<>();
    types.add(ColumnType.named("citext"));
    types.add(ColumnType.named("citext[]"));
    types.add(ColumnType.named("hstore"));
    types.add(new ColumnType("enum", "mood"));
    types.add(new ColumnType("enum[]", "mood[]"));
    types.add(new ColumnType("another enum", "other_mood"));
    types.add(new ColumnType("composite", "pair"));
    for (String base : List.of("text", "integer", "bigint", "numeric", "citext")) {
      session.run("CREATE DOMAIN of_" + base + " AS " + base);
      session.run("CREATE DOMAIN checked_" + base + " AS " + base + " CHECK (VALUE IS NOT NULL)");
      session.run("CREATE DOMAIN filled_" + base + " AS " + base + " NOT NULL");
      types.add(new ColumnType("domain(" + base + ")", "of_" + base));
      types.add(new ColumnType("domain(" + base + ") check", "checked_" + base));
      types.add(new ColumnType("domain(" + base + ") not null", "filled_" + base));
    }
    return types;
  }

  private static List<ColumnType> collated() {
    return List.of(
        new ColumnType("text collate", "text COLLATE \"POSIX\""),
        new ColumnType("character varying collate", "varchar COLLATE \"POSIX\""),
        new ColumnType("text[] collate", "text[] COLLATE \"POSIX\""));
  }

  /** Targets with a size for sources that have none. */
  private static List<ColumnType> sizedTargets() {
    List<ColumnType> targets = new ArrayList<>();
    for (Modifiers.Family family : Modifiers.FAMILIES) {
      String size = family.examples().get(0).source();
      for (String base : family.bases()) {
        targets.add(new ColumnType(base + "(n)", Modifiers.sized(base, size)));
        if (ARRAYS_WITH_SIZES.contains(base)) {
          targets.add(new ColumnType(base + "[](n)", Modifiers.sized(base, size) + "[]"));
        }
        if (!family.greatest().isEmpty()) {
          String greatest = Modifiers.sized(base, family.greatest());
          targets.add(new ColumnType(base + "(max)", greatest));
        }
      }
    }
    return targets;
  }

  private static void sized(
      Session session,
      TypeChange change,
      FactTable table,
      Modifiers.Family family,
      List<ColumnType> unsized)
      throws SQLException {
    List<String> ownSizes = family.bases().stream()
        .flatMap(base -> Stream.of(base + "(", base + "[]("))
        .toList();
    List<ColumnType> others = unsized.stream()
        .filter(target -> ownSizes.stream().noneMatch(target.key()::startsWith))
        .toList();
    for (String base : family.bases()) {
      List<FactTable> examples = new ArrayList<>();
      for (Modifiers.Sizes sizes : family.examples()) {
        FactTable example = new FactTable();
        for (String brackets : ARRAYS_WITH_SIZES.contains(base) ? List.of("", "[]") : List.of("")) {
          ColumnType source = new ColumnType(
              base + brackets + "(n)", Modifiers.sized(base, sizes.source()) + brackets);
          List<ColumnType> targets = new ArrayList<>(others);
          targets.addAll(comparable(family, sizes, brackets));
          measure(session, change, example, source, targets);
        }
        examples.add(example);
      }
      if (!examples.get(0).lines().equals(examples.get(1).lines())) {
        throw new IllegalStateException("Sizes of %s do not stand for each other: %s, %s"
            .formatted(base, examples.get(0).lines(), examples.get(1).lines()));
      }
      table.addAll(examples.get(0));
    }
  }

  private static List<ColumnType> comparable(
      Modifiers.Family family, Modifiers.Sizes sizes, String brackets) {
    List<ColumnType> targets = new ArrayList<>();
    for (String base : family.bases()) {
      for (Modifiers.Target target : sizes.targets()) {
        targets.add(new ColumnType(
            base + brackets + "(" + target.relation() + ")",
            Modifiers.sized(base, target.size()) + brackets));
      }
      if (!family.greatest().isEmpty() && brackets.isEmpty()) {
        targets.add(new ColumnType(base + "(max)", Modifiers.sized(base, family.greatest())));
      }
    }
    return targets;
  }

  private static void intervals(Session session, TypeChange change, FactTable table)
      throws SQLException {
    List<ColumnType> kinds = new ArrayList<>();
    for (String fields : INTERVALS.split(",")) {
      kinds.add(ColumnType.named("interval " + fields));
    }
    measure(session, change, table, ColumnType.named("interval"), kinds);
    List<ColumnType> targets = new ArrayList<>(kinds);
    targets.add(ColumnType.named("interval"));
    for (ColumnType kind : kinds) {
      measure(session, change, table, kind, targets);
    }
  }
}
