package dev.redshank.sandbox.replay.backfillwalflood;

/** Loops that fill a column in batches, written as one statement. */
final class BackfillLoops {
  /** A loop as it is often recommended; the pause spreads the log, but commits nothing. */
  static final String WITHOUT_COMMIT = """
      DO $$
      BEGIN
        LOOP
          UPDATE users SET username = split_part(email, '@', 1)
          WHERE ctid IN (SELECT ctid FROM users WHERE username IS NULL LIMIT 1000);
          EXIT WHEN NOT FOUND;
          PERFORM pg_sleep(0.01);
        END LOOP;
      END $$
      """;

  /** Each batch is a transaction, and each finds its rows by their key. */
  static final String COMMITTING = """
      DO $$
      BEGIN
        FOR start IN 1..4000 BY 1000 LOOP
          UPDATE users SET username = split_part(email, '@', 1)
          WHERE id BETWEEN start AND start + 999 AND username IS NULL;
          COMMIT;
        END LOOP;
      END $$
      """;

  /** Two batches are enough for a hundred rows, and the third would find none. */
  static final String OVER_NULL = """
      DO $$
      BEGIN
        LOOP
          PERFORM nextval('batches');
          UPDATE users SET username = split_part(email, '@', 1)
          WHERE id IN (SELECT id FROM users WHERE id <= 100 AND username IS NULL LIMIT 50);
          EXIT WHEN NOT FOUND;
        END LOOP;
      END $$
      """;

  private BackfillLoops() {}
}
