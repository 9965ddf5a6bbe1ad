package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code COMMIT PREPARED} or {@code ROLLBACK PREPARED}. */
public record FinishPrepared(boolean commit, String id, Span span) implements Statement {
  @Override
  public String kind() {
    return commit ? "COMMIT PREPARED" : "ROLLBACK PREPARED";
  }
}
