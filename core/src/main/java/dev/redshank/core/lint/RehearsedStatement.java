package dev.redshank.core.lint;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Update;
import java.util.List;
import java.util.Optional;

/**
 * A statement that is about to be run.
 *
 * @param sql as it is written, with the data lines of a COPY in its extent
 * @param statement as it is understood
 * @param claim what Redshank says that it does; empty in history
 * @param isWhollyRead whether all of what it runs was read, so that the claim is about all of it
 * @param updates the UPDATE that it is, or those of the DO block that it is; none in history
 */
public record RehearsedStatement(
    SqlStatement sql,
    Statement statement,
    Optional<StatementImpact> claim,
    boolean isWhollyRead,
    List<Update> updates) {
  public RehearsedStatement {
    updates = List.copyOf(updates);
  }
}
