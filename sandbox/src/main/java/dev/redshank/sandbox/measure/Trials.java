package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.PostgresServer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs many trials on servers of several versions. */
public final class Trials {
  private static final int PROBES = 2;

  private Trials() {}

  /** One trial on one version. */
  public record Key(String id, PgVersion version) {}

  /**
   * What came of the trials.
   *
   * @param measured what each statement did
   * @param failures why a trial could not be measured, such as a set-up that PostgreSQL refuses
   */
  public record Results(Map<Key, Measured> measured, Map<Key, String> failures) {
    public Results {
      measured = Map.copyOf(measured);
      failures = Map.copyOf(failures);
    }

    /**
     * What a trial's statement did.
     *
     * @throws SandboxException when it could not be measured
     */
    public Measured of(String id, PgVersion version) {
      Key key = new Key(id, version);
      Measured found = measured.get(key);
      if (found == null) {
        throw new SandboxException(failures.getOrDefault(key, "There is no trial " + key));
      }
      return found;
    }
  }

  /** Starts a server of each version in turn and measures every trial there. */
  public static Results run(Iterable<Trial> trials, List<PgVersion> versions) {
    Map<Key, Measured> measured = new ConcurrentHashMap<>();
    Map<Key, String> failures = new ConcurrentHashMap<>();
    for (PgVersion version : versions) {
      Queue<Trial> waiting = new ConcurrentLinkedQueue<>();
      trials.forEach(waiting::add);
      try (PostgresServer server = PostgresServer.start(version, List.of())) {
        await(Collections.nCopies(PROBES, () -> {
          work(server, waiting, measured, failures);
          return version;
        }));
      }
    }
    return new Results(measured, failures);
  }

  private static void await(List<Callable<PgVersion>> probes) {
    ExecutorService pool = Executors.newFixedThreadPool(PROBES);
    try {
      for (Future<PgVersion> probe : pool.invokeAll(probes)) {
        probe.get();
      }
    } catch (ExecutionException failure) {
      throw new SandboxException("A measurement broke down", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while statements are measured", interrupted);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void work(
      PostgresServer server,
      Queue<Trial> waiting,
      Map<Key, Measured> measured,
      Map<Key, String> failures) {
    try (StatementProbe probe = StatementProbe.on(server)) {
      for (Trial next = waiting.poll(); next != null; next = waiting.poll()) {
        Key key = new Key(next.id(), server.version());
        try {
          measured.put(key, probe.run(next));
        } catch (SandboxException failure) {
          failures.put(key, String.valueOf(failure.getMessage()));
        }
      }
    }
  }
}
