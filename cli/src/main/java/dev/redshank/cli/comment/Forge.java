package dev.redshank.cli.comment;

import java.util.Optional;

/** A platform with one pull request on it, and the comments that it holds. */
public interface Forge {
  /** The oldest comment of our own that begins with a marker. */
  Optional<Comment> find(String marker);

  /**
   * Adds a comment.
   *
   * @throws CommentException.Unanswered when nobody knows whether it was added
   */
  void add(String body);

  /**
   * Replaces the text of a comment.
   *
   * @throws CommentException.Missing when it is gone
   */
  void change(Comment comment, String body);

  /** Lets time go by before the next attempt. */
  void backOff(int failures);
}
