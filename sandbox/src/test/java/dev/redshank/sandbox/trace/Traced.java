package dev.redshank.sandbox.trace;

import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Rehearsal;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.text.SourceText;
import dev.redshank.sandbox.server.Progress;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Migrations in memory, traced. */
final class Traced {
  private final Map<String, String> texts = new TreeMap<>();
  private Optional<String> since = Optional.empty();
  private Optional<TraceOptions.Seed> seed = Optional.empty();
  private Duration limit = Duration.ofSeconds(60);
  private ReplicaLag lag = ReplicaLag.NO_REPLICA;
  private long rows = 500;

  static Traced of(String name, String sql) {
    return new Traced().and(name, sql);
  }

  Traced and(String name, String sql) {
    texts.put(name, sql);
    return this;
  }

  Traced since(String version) {
    since = Optional.of(version);
    return this;
  }

  Traced seed(String sql) {
    seed = Optional.of(new TraceOptions.Seed("rows.sql", sql));
    return this;
  }

  Traced rows(long count) {
    rows = count;
    return this;
  }

  Traced limit(Duration longest) {
    limit = longest;
    return this;
  }

  Traced behind(Duration replica) {
    lag = () -> Optional.of(new Lag(1_000_000, replica));
    return this;
  }

  Traced followedBy(ReplicaLag replica) {
    lag = replica;
    return this;
  }

  Trace on(ThrowawayServer server) {
    List<MigrationFile> files = new ArrayList<>();
    texts.keySet().forEach(name -> files.add(MigrationFinder.named(name)));
    Reading.Reader reader = file ->
        Reading.of(SourceText.of(file.path(), Objects.requireNonNull(texts.get(file.path()))));
    LintSettings settings = new LintSettings(
        server.version(),
        since,
        Optional.empty(),
        LintSettings.DEFAULT.lockTimeout(),
        LintSettings.DEFAULT.statementTimeout());
    Rehearsal rehearsal = Rehearsal.of(new MigrationSet(files, List.of()), reader, settings);
    TraceOptions options = new TraceOptions(rows, seed, limit, since.isPresent());
    return new Tracer(server, options, lag, Progress.SILENT).trace(rehearsal);
  }
}
