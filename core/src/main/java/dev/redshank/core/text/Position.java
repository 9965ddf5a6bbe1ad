package dev.redshank.core.text;

/**
 * A place in a file as people and tools name it.
 *
 * @param line 1-based
 * @param column 1-based, counted in code points
 * @param offset 0-based, in UTF-16 units after a byte order mark
 */
public record Position(int line, int column, int offset) {}
