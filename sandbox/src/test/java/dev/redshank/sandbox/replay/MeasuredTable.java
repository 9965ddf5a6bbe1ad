package dev.redshank.sandbox.replay;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.replay.result.ReplayResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table at the end of a rule's page: a row for each fact of its replay, a column for each act.
 * Where versions of PostgreSQL differ, a row names those it is about.
 *
 * @param rows the rows that each major shows, in order
 */
record MeasuredTable(String id, TreeMap<Integer, List<Row>> rows) {
  static final String BLOCK = "measured on PostgreSQL 14 to 18, from the replay";

  private static final SortedSet<Integer> ALL =
      new TreeSet<>(PgVersion.all().stream().map(PgVersion::major).toList());

  /** A page is read in terminals. */
  private static final int WIDTH = 80;

  /** A fact in both acts; what is too long for a terminal ends with an ellipsis. */
  record Row(String label, String danger, String remedy) {}

  /** The table of a block as it stands on a page; empty where there is none. */
  static MeasuredTable read(String id, String block) {
    TreeMap<Integer, List<Row>> rows = new TreeMap<>();
    block.lines().filter(line -> line.startsWith("| ")).skip(1).forEach(line -> {
      List<String> cells =
          Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList();
      String label = cells.get(0);
      int versions = label.lastIndexOf(" (on ");
      String fact = versions < 0 ? label : label.substring(0, versions);
      SortedSet<Integer> majors = versions < 0 ? ALL : majors(label.substring(versions + 5));
      Row row = new Row(fact, cells.get(1), cells.get(2));
      majors.forEach(
          major -> rows.computeIfAbsent(major, none -> new ArrayList<>()).add(row));
    });
    return new MeasuredTable(id, rows);
  }

  /** The table with what a replay showed on one version instead of what stood there. */
  MeasuredTable with(ReplayResult result) {
    TreeMap<Integer, List<Row>> all = new TreeMap<>(rows);
    List<Row> seen = new ArrayList<>();
    SideBySide.of(result)
        .forEach((label, cells) ->
            seen.add(new Row(cell(label), cell(cells.get(0)), cell(cells.get(1)))));
    all.put(result.postgres().major(), shortened(seen));
    return new MeasuredTable(id, all);
  }

  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\").strip();
  }

  /** Labels take the room that the other columns leave, and that of the versions. */
  private static List<Row> shortened(List<Row> rows) {
    int danger =
        Math.max("danger".length(), width(rows.stream().map(Row::danger).toList()));
    int remedy =
        Math.max("remedy".length(), width(rows.stream().map(Row::remedy).toList()));
    int room = WIDTH - danger - remedy - "|  |  |  |".length();
    return rows.stream()
        .map(row -> row.label().length() <= room
            ? row
            : new Row(row.label().substring(0, room - 1).strip() + "…", row.danger(), row.remedy()))
        .toList();
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(String::length).max().orElse(0);
  }

  /** The block between its marks. */
  String block() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "danger", "remedy"));
    byVersions()
        .forEach((row, majors) ->
            lines.add(List.of(row.label() + suffix(majors), row.danger(), row.remedy())));
    List<Integer> widths = IntStream.range(0, 3)
        .mapToObj(column -> width(lines.stream().map(line -> line.get(column)).toList()))
        .toList();
    StringBuilder text = new StringBuilder(
            "Measured on PostgreSQL 14 to 18 by `redshank sandbox replay ")
        .append(id)
        .append("`. A lock at work is one that is held\n")
        .append("while rows are read or written; SQL is what others run.\n\n");
    for (int at = 0; at < lines.size(); at++) {
      text.append(line(lines.get(at), widths)).append('\n');
      if (at == 0) {
        text.append(rule(widths)).append('\n');
      }
    }
    return text.toString();
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> cells.get(column)
            + " ".repeat(widths.get(column) - cells.get(column).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String rule(List<Integer> widths) {
    return widths.stream()
        .map(width -> "-".repeat(width + 2))
        .collect(Collectors.joining("|", "|", "|"));
  }

  /** Each row once, where the first version that shows it has it, older versions first. */
  private Map<Row, SortedSet<Integer>> byVersions() {
    List<Row> order = new ArrayList<>();
    rows.values().forEach(ofMajor -> {
      int next = 0;
      for (Row row : ofMajor) {
        while (next < order.size() && order.get(next).label().equals(row.label())) {
          next++;
        }
        if (!order.contains(row)) {
          order.add(next, row);
        }
        next = order.indexOf(row) + 1;
      }
    });
    Map<Row, SortedSet<Integer>> majors = new LinkedHashMap<>();
    order.forEach(row -> majors.put(row, new TreeSet<>()));
    rows.forEach((major, ofMajor) -> ofMajor.forEach(row -> majors.get(row).add(major)));
    return majors;
  }

  private static String suffix(SortedSet<Integer> majors) {
    if (majors.equals(ALL)) {
      return "";
    }
    boolean gapless = majors.last() - majors.first() == majors.size() - 1;
    String words = majors.size() > 1 && gapless
        ? majors.first() + " to " + majors.last()
        : majors.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return " (on " + words + ")";
  }

  private static SortedSet<Integer> majors(String words) {
    String list = words.substring(0, words.length() - 1);
    if (list.contains(" to ")) {
      String[] ends = list.split(" to ", -1);
      return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
          .boxed()
          .collect(Collectors.toCollection(TreeSet::new));
    }
    return Arrays.stream(list.split(", ", -1))
        .map(Integer::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
