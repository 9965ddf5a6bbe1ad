package dev.redshank.cli.comment;

import java.util.Optional;

/** Keeps one comment with a marker on a pull request, and never two. */
public final class Commenting {
  private static final int ATTEMPTS = 4;

  private final Forge forge;
  private final String marker;

  /**
   * @param marker what the comment begins with
   */
  public Commenting(Forge forge, String marker) {
    this.forge = forge;
    this.marker = marker;
  }

  /** What was done. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** There is nothing to tell, and nothing was told before. */
    SILENT
  }

  /**
   * Says it in the comment that is there, or in a new one.
   *
   * @param quiet whether no comment is better than a new one
   */
  public Outcome say(String body, boolean quiet) {
    Optional<Comment> before = forge.find(marker);
    if (before.isPresent()) {
      return change(before.get(), body, quiet);
    }
    return quiet ? Outcome.SILENT : add(body);
  }

  private Outcome change(Comment comment, String body, boolean quiet) {
    // Platforms trim what they are given, and may end lines in another way.
    if (normal(comment.body()).equals(normal(body))) {
      return Outcome.UNCHANGED;
    }
    try {
      forge.change(comment, body);
      return Outcome.UPDATED;
    } catch (CommentException.Missing deletedMeanwhile) {
      return quiet ? Outcome.SILENT : add(body);
    }
  }

  private static String normal(String body) {
    return body.replace("\r\n", "\n").strip();
  }

  /** An attempt without an answer may have worked: looking is what keeps it one comment. */
  private Outcome add(String body) {
    for (int failures = 1; ; failures++) {
      try {
        forge.add(body);
        return Outcome.CREATED;
      } catch (CommentException.Unanswered unknown) {
        if (failures == ATTEMPTS) {
          throw new CommentException(unknown.getMessage() + ". Run it again later.");
        }
        forge.backOff(failures);
        if (forge.find(marker).isPresent()) {
          return Outcome.CREATED;
        }
      }
    }
  }
}
