package dev.redshank.core.sql;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * One statement of a script, not yet understood.
 *
 * @param tokens its tokens without the closing semicolon; never empty
 * @param span from its first token to its last, without the semicolon
 * @param extent the part of the text that belongs to it: the comments and space before it and the
 *     semicolon behind it; the extents of a script's statements tile the text
 * @param comments the comments before and in it, in order
 */
public record SqlStatement(Tokens tokens, Span span, Span extent, List<Span> comments) {
  public SqlStatement {
    comments = List.copyOf(comments);
  }
}
