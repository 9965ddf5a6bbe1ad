package dev.redshank.core.finding;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A mechanical change that removes the danger.
 *
 * <pre>{@code
 * new Fix("Build the index concurrently", false, List.of(new Edit(behindIndex, " CONCURRENTLY")))
 * }</pre>
 *
 * @param title an imperative
 * @param safe whether it keeps the meaning of the migration wherever it is applied
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record Fix(String title, boolean safe, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }
}
