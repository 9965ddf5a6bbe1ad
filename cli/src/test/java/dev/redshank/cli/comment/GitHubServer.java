package dev.redshank.cli.comment;

import java.util.Map;

/** GitHub, as far as its documentation says what comments are. */
public final class GitHubServer extends CommentServer {
  private static final String COMMENTS = "/repos/o/r/issues/7/comments";

  /** Whether the token is that of a workflow, which may not ask who it is. */
  public boolean ofWorkflow = true;

  /** What it answers when asked for open pull requests. */
  public String pulls = "[]";

  @Override
  String tokenHeader() {
    return "Authorization";
  }

  @Override
  String token() {
    return "Bearer " + TOKEN;
  }

  @Override
  Reply answer(String method, String path, String query, String body) {
    if (path.equals("/user")) {
      return ofWorkflow
          ? Reply.of(403, "Resource not accessible by integration")
          : new Reply(200, "{\"login\": \"maintainer\", \"type\": \"User\"}", Map.of());
    }
    if (path.equals("/repos/o/r/pulls")) {
      return new Reply(200, pulls, Map.of());
    }
    if (path.equals(COMMENTS)) {
      return method.equals("POST")
          ? add(
              ofWorkflow ? "github-actions[bot]" : "maintainer", ofWorkflow ? "Bot" : "User", body)
          : page(path, query, 100);
    }
    return method.equals("PATCH") && path.startsWith("/repos/o/r/issues/comments/")
        ? change(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), body)
        : Reply.of(404, "Not Found");
  }

  @Override
  Reply refusal(String body) {
    return body.codePointCount(0, body.length()) <= 65_536
        ? new Reply(200, "", Map.of())
        : new Reply(
            422,
            "{\"message\": \"Validation Failed\", \"errors\": [{\"message\": \"Body is too long (maximum is 65536 characters)\"}]}",
            Map.of());
  }

  @Override
  String json(Stored comment) {
    return "{\"id\": %d, \"body\": %s, \"user\": {\"login\": %s, \"type\": %s}}"
        .formatted(
            comment.id(), quoted(comment.body()), quoted(comment.login()), quoted(comment.type()));
  }
}
