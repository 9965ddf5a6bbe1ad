/**
 * Small plays on a real server, one for each safety rule and one for each failure mode: the danger
 * bites, the remedy does not.
 *
 * <p><b>To write one</b>, make a final class in the package of its failure mode, name it after the rule
 * ({@code volatile-default-rewrite} is {@code VolatileDefaultRewriteReplay}) or after the mode itself
 * ({@code LockQueueFreezeReplay}), and put it on that package's list. {@code given} sets up a database,
 * which each act gets anew; give tables rows, for nobody sees the scan of an empty one. {@code danger}
 * and {@code remedy} run statements of a migration, each measured as {@link
 * dev.redshank.sandbox.measure.Measured} says, and return an {@link
 * dev.redshank.sandbox.replay.Act} that takes expectations. Statements may {@code BEGIN} and {@code
 * COMMIT}; an act stops at the first that fails; {@code then} goes on, and what is expected afterwards
 * is about the statements since.
 *
 * <p>Where others are needed, call {@code danger()} without statements, bring them in ({@code
 * session("report").runs("BEGIN", "SELECT …")}, {@code background().loop("reader", 5, "SELECT …")}), and
 * go on with {@code then} or, for a statement that has to wait, {@code starts(…).waitsFor("report")}.
 * Sessions are known by their names; the migration's is {@code migration}.
 *
 * <p>Expectations rest on facts that the server states: SQLSTATE, files, {@code indisvalid}, {@code
 * pg_locks}, its own words, positions in the write-ahead log. Never on time: a replay waits until the
 * server shows a situation and is inconclusive where it does not come about. Milliseconds are for
 * figures.
 */
@NullMarked
package dev.redshank.sandbox.replay;

import org.jspecify.annotations.NullMarked;
