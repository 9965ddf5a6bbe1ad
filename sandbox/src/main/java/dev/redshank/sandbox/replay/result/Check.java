package dev.redshank.sandbox.replay.result;

/**
 * One expectation of an act and whether the server fulfilled it.
 *
 * @param expectation in words, such as {@code orders gets a new file}
 * @param held whether it is so
 * @param seen what was seen, in words
 */
public record Check(String expectation, boolean held, String seen) {}
