package dev.redshank.sandbox.replay;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.replay.result.StatementResult;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was measured of some statements, taken together.
 *
 * @param statements in the order in which they ran
 */
record Facts(List<StatementResult> statements) {
  Facts {
    statements = List.copyOf(statements);
  }

  /** A relation by its name as SQL writes it, {@code public} where no schema is named. */
  static RelationName relation(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? new RelationName("public", name)
        : new RelationName(name.substring(0, dot), name.substring(dot + 1));
  }

  static String outcome(StatementResult result) {
    return result.sqlState().map(state -> state + " " + result.message()).orElse("it works");
  }

  Stream<Measured> measured() {
    return statements.stream().map(StatementResult::measured).flatMap(Optional::stream);
  }

  boolean any(Predicate<Measured> fact) {
    return measured().anyMatch(fact);
  }

  SortedSet<RelationName> all(Function<Measured, Collection<RelationName>> names) {
    SortedSet<RelationName> all = new TreeSet<>();
    measured().map(names).forEach(all::addAll);
    return all;
  }

  List<String> words() {
    return measured().flatMap(each -> each.words().stream()).toList();
  }

  /** How the last statement ended. */
  StatementResult last() {
    if (statements.isEmpty()) {
      throw new IllegalStateException("No statement ran: expectations stand after statements");
    }
    return statements.get(statements.size() - 1);
  }

  /** The strongest lock on a relation that any of the statements took, or that was held then. */
  Optional<LockMode> strongest(RelationName relation) {
    return statements.stream().flatMap(each -> locks(each, relation)).reduce(LockMode::strongest);
  }

  private static Stream<LockMode> locks(StatementResult statement, RelationName relation) {
    return Stream.concat(
        Stream.ofNullable(statement.held().get(relation)),
        statement.measured().stream()
            .flatMap(measured -> Stream.ofNullable(measured.locks().get(relation))));
  }

  /** Statements that read, write or build while the transaction holds such a lock or a stronger. */
  List<String> workUnder(LockMode mode, RelationName relation) {
    return statements.stream()
        .filter(each -> locks(each, relation).anyMatch(held -> held.compareTo(mode) >= 0))
        .filter(each -> each.measured().filter(Facts::works).isPresent())
        .map(StatementResult::sql)
        .toList();
  }

  private static boolean works(Measured measured) {
    return !measured.scans().isEmpty()
        || !measured.rewrites().isEmpty()
        || !measured.builds().isEmpty()
        || measured.rowsWritten() > 0;
  }

  /** Whether one transaction held such a lock or a stronger on each of the relations. */
  boolean together(LockMode mode, List<RelationName> relations) {
    return statements.stream()
        .anyMatch(each -> relations.stream()
            .allMatch(
                relation -> locks(each, relation).anyMatch(held -> held.compareTo(mode) >= 0)));
  }
}
