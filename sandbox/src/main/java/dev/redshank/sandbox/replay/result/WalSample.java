package dev.redshank.sandbox.replay.result;

/**
 * The write-ahead log at one moment.
 *
 * @param atMillis since the act began
 * @param walBytes written since the act began
 * @param lagBytes how far the replica's tables are behind, 0 without a replica
 */
public record WalSample(double atMillis, long walBytes, long lagBytes) {}
