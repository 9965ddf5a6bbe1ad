package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.sql.Names;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Another session that wants the same tables: it tells which locks it would have to wait for. */
public final class Bystander implements AutoCloseable {
  private static final String TAKEN = "55P03";

  private final ThrowawayServer server;
  private final String database;
  private Optional<Subject> session = Optional.empty();

  public Bystander(ThrowawayServer server, String database) {
    this.server = server;
    this.database = database;
  }

  /** The modes that cannot be had at once; empty where the relation cannot be locked at all. */
  public Optional<Set<LockMode>> refused(RelationName relation) {
    Set<LockMode> refused = EnumSet.noneOf(LockMode.class);
    for (LockMode mode : LockMode.values()) {
      String answer = ask(relation, mode);
      if (answer.equals(TAKEN)) {
        refused.add(mode);
      } else if (!answer.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(refused);
  }

  /** The SQLSTATE of the attempt. SQL under test may end every session: then another one asks. */
  private String ask(RelationName relation, LockMode mode) {
    String lock = "BEGIN; LOCK TABLE ONLY %s.%s IN %s MODE NOWAIT; ROLLBACK"
        .formatted(Names.quoted(relation.schema()), Names.quoted(relation.name()), mode.words());
    Subject.Outcome outcome = session().attempt(lock);
    if (outcome
        .sqlState()
        .filter(state -> state.startsWith("08") || state.startsWith("57P"))
        .isPresent()) {
      session = Optional.empty();
      outcome = session().attempt(lock);
    }
    if (outcome.failed()) {
      session().attempt("ROLLBACK");
    }
    return outcome.sqlState().orElse("");
  }

  private Subject session() {
    if (session.isEmpty()) {
      try {
        session = Optional.of(new Subject(server.connect(database)));
      } catch (SQLException failure) {
        throw new SandboxException("The server does not answer: " + failure.getMessage(), failure);
      }
    }
    return session.get();
  }

  @Override
  public void close() {
    if (session.isPresent()) {
      try {
        session.get().close();
      } catch (SQLException gone) {
        session = Optional.empty();
      }
    }
  }
}
