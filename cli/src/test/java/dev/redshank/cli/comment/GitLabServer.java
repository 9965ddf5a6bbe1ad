package dev.redshank.cli.comment;

import java.util.Map;

/** GitLab, as far as its documentation says what notes are. */
public final class GitLabServer extends CommentServer {
  private static final String NOTES = "/api/v4/projects/g%2Fp/merge_requests/7/notes";

  @Override
  String tokenHeader() {
    return "PRIVATE-TOKEN";
  }

  @Override
  String token() {
    return TOKEN;
  }

  @Override
  Reply answer(String method, String path, String query, String body) {
    if (path.equals("/api/v4/user")) {
      return new Reply(200, "{\"id\": 42, \"username\": \"bot\"}", Map.of());
    }
    if (path.equals(NOTES)) {
      return method.equals("POST") ? add("42", "", body) : page(path, query, 100);
    }
    return method.equals("PUT") && path.startsWith(NOTES + "/")
        ? change(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), body)
        : Reply.of(404, "404 Not found");
  }

  @Override
  Reply refusal(String body) {
    return body.length() <= 1_000_000
        ? new Reply(200, "", Map.of())
        : new Reply(
            400, "{\"error\": \"note is too long (maximum is 1000000 characters)\"}", Map.of());
  }

  @Override
  String json(Stored comment) {
    return "{\"id\": %d, \"body\": %s, \"system\": false, \"author\": {\"id\": %s}}"
        .formatted(comment.id(), quoted(comment.body()), comment.login());
  }
}
