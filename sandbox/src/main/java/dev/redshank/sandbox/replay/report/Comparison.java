package dev.redshank.sandbox.replay.report;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Figure;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.WalSample;
import dev.redshank.sandbox.text.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Danger beside remedy: one row for each number that either of them has.
 *
 * @param measured what is compared
 */
record Comparison(String measured, String danger, String remedy) {
  private static final String NONE = "–";

  static List<Comparison> of(ReplayResult replay) {
    ActResult danger = replay.danger();
    ActResult remedy = replay.remedy();
    List<Comparison> rows = new ArrayList<>();
    add("strongest lock", danger, remedy, Comparison::strongest, rows);
    add("tables written anew", danger, remedy, act -> names(act, Measured::rewrites), rows);
    add("tables read whole", danger, remedy, act -> names(act, Measured::scans), rows);
    add("rows written", danger, remedy, Comparison::rows, rows);
    add("its statements logged", danger, remedy, Comparison::logged, rows);
    add("replica behind, at most", danger, remedy, Comparison::lag, rows);
    Map<String, String> left = figures(danger);
    Map<String, String> right = figures(remedy);
    Stream.concat(left.keySet().stream(), right.keySet().stream())
        .distinct()
        .forEach(name -> rows.add(
            new Comparison(name, left.getOrDefault(name, NONE), right.getOrDefault(name, NONE))));
    return rows;
  }

  private static void add(
      String name,
      ActResult danger,
      ActResult remedy,
      Function<ActResult, Optional<String>> value,
      List<Comparison> rows) {
    Optional<String> left = value.apply(danger);
    Optional<String> right = value.apply(remedy);
    if (left.isPresent() || right.isPresent()) {
      rows.add(new Comparison(name, left.orElse(NONE), right.orElse(NONE)));
    }
  }

  private static Map<String, String> figures(ActResult act) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (Figure figure : act.figures()) {
      figures.put(figure.name(), figure.words());
    }
    return figures;
  }

  private static Stream<Measured> measured(ActResult act) {
    return act.statements().stream().flatMap(each -> each.measured().stream());
  }

  private static Optional<String> strongest(ActResult act) {
    return measured(act)
        .flatMap(each -> each.tableLocks().values().stream())
        .reduce(LockMode::strongest)
        .map(LockMode::words);
  }

  private static Optional<String> names(
      ActResult act, Function<Measured, ? extends java.util.Collection<?>> names) {
    String all = measured(act)
        .flatMap(each -> names.apply(each).stream())
        .map(Object::toString)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static Optional<String> rows(ActResult act) {
    long rows = measured(act).mapToLong(Measured::rowsWritten).sum();
    return rows == 0 ? Optional.empty() : Optional.of(String.valueOf(rows));
  }

  private static Optional<String> logged(ActResult act) {
    long bytes = measured(act).mapToLong(Measured::walBytes).sum();
    return bytes == 0 ? Optional.empty() : Optional.of(Quantity.bytes(bytes));
  }

  private static Optional<String> lag(ActResult act) {
    long lag = act.wal().stream().mapToLong(WalSample::lagBytes).max().orElse(0);
    return lag == 0 ? Optional.empty() : Optional.of(Quantity.bytes(lag));
  }
}
