package dev.redshank.sandbox.measure;

import java.util.List;
import java.util.Objects;

/**
 * A statement to measure, in a database of its own.
 *
 * @param id the caller's name for it
 * @param setUp statements that make the database, each committed by itself; rows too, since a scan
 *     of an empty table is not seen
 * @param statement a single statement, without a semicolon
 */
public record Trial(String id, List<String> setUp, String statement, Options options) {
  public Trial {
    Objects.requireNonNull(id, "id");
    setUp = List.copyOf(setUp);
  }

  public static Trial of(String id, List<String> setUp, String statement) {
    return new Trial(id, setUp, statement, Options.USUAL);
  }
}
