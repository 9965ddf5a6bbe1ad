package dev.redshank.sandbox.drill;

import java.sql.SQLException;

/**
 * A part of the score: something that is to be so.
 *
 * @param name as the score lists it
 */
record Part(String name, Question question) {
  /** Looks whether it is so. */
  interface Question {
    Answer of(Inquest inquest) throws SQLException;
  }

  /**
   * What was found.
   *
   * @param seen in words, also where it is as it is to be
   */
  record Answer(boolean held, String seen) {
    static Answer yes(String seen) {
      return new Answer(true, seen);
    }

    static Answer no(String seen) {
      return new Answer(false, seen);
    }
  }
}
