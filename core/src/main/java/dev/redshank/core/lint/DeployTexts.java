package dev.redshank.core.lint;

import dev.redshank.core.text.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The texts and statements of a deploy's migrations by path. It grows while the deploy is walked, and is asked from any thread. */
final class DeployTexts {
  private final Map<String, Statements> statements = new ConcurrentHashMap<>();
  private final Map<String, SourceText> sources = new ConcurrentHashMap<>();

  void add(ReadMigration migration) {
    statements.put(migration.file().path(), new Statements(migration));
    sources.put(migration.file().path(), migration.source());
  }

  Statements statements(String path) {
    return statements.getOrDefault(path, Statements.NONE);
  }

  Optional<SourceText> source(String path) {
    return Optional.ofNullable(sources.get(path));
  }
}
