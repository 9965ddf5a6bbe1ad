package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads migrations on all processors and hands them on in their order. No more than a window of them
 * is in memory, so a folder of any size costs no more than its largest files.
 */
final class ParallelReading {
  private static final int WINDOW = 64;

  private final Reading.Reader reader;
  private final Workers workers;

  ParallelReading(Reading.Reader reader, Workers workers) {
    this.reader = reader;
    this.workers = workers;
  }

  /**
   * The migrations of a file, or the reason why there are none.
   *
   * @param beginsHistory whether what came before belongs to another database
   */
  record Outcome(
      List<ReadMigration> migrations, Optional<Problem> problem, boolean beginsHistory) {}

  void forEach(MigrationSet migrations, Consumer<Outcome> consumer) {
    List<MigrationFile> files = migrations.migrations();
    Set<Integer> firsts = Set.copyOf(migrations.histories());
    Deque<Future<Outcome>> window = new ArrayDeque<>();
    int next = 0;
    while (next < files.size() || !window.isEmpty()) {
      while (next < files.size() && window.size() < WINDOW) {
        MigrationFile file = files.get(next);
        boolean first = firsts.contains(next);
        window.add(workers.submit(() -> read(file, first)));
        next++;
      }
      consumer.accept(Workers.take(window.remove()));
    }
  }

  private Outcome read(MigrationFile file, boolean beginsHistory) {
    Reading reading = reader.read(file);
    List<ReadMigration> migrations =
        reading.source().map(source -> ReadMigration.read(file, source)).orElse(List.of());
    return new Outcome(migrations, reading.problem(), beginsHistory);
  }
}
