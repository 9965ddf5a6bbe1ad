package dev.redshank.cli.comment;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Goes through a list that a server hands out page by page, and says what is wrong when it does not. */
final class Pages {
  private static final int MOST = 100;

  private final Rest rest;
  private final String name;
  private final Function<Answer, CommentException> refusal;

  /**
   * @param name of the platform
   * @param refusal says what an answer other than a success means
   */
  Pages(Rest rest, String name, Function<Answer, CommentException> refusal) {
    this.rest = rest;
    this.name = name;
    this.refusal = refusal;
  }

  /** The first element that something is made of. */
  <T> Optional<T> first(String path, Function<Json, Optional<T>> wanted) {
    Answer answer = rest.get(path);
    for (int page = 1; page <= MOST; page++) {
      for (Json element : list(answer).elements()) {
        Optional<T> found = wanted.apply(element);
        if (found.isPresent()) {
          return found;
        }
      }
      Optional<URI> next = answer.next();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      answer = rest.get(next.get());
    }
    throw new CommentException(name + " lists more than " + MOST + " pages. Nobody can read that.");
  }

  private Json list(Answer answer) {
    Json list = value(answer);
    if (!list.isList()) {
      throw noInterface();
    }
    return list;
  }

  /** What an answer holds. */
  Json value(Answer answer) {
    if (!answer.isFine()) {
      throw refusal.apply(answer);
    }
    try {
      return Json.parse(answer.body());
    } catch (IOException noJson) {
      throw noInterface();
    }
  }

  private CommentException noInterface() {
    return new CommentException(
        "%s answers with something else than the JSON that it documents. Check the address of its API (--api-url)."
            .formatted(name));
  }
}
