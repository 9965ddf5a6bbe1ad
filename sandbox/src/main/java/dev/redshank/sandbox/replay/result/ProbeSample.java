package dev.redshank.sandbox.replay.result;

import java.util.Optional;

/**
 * One request of a background actor.
 *
 * @param atMillis when it was due, since the act began
 * @param latencyMillis from when it was due until it was answered, so that a request which had to
 *     wait for the one before it counts what its user waited
 * @param failure the SQLSTATE, or {@code 503} where a pool had no connection to give
 */
public record ProbeSample(double atMillis, double latencyMillis, Optional<String> failure) {}
