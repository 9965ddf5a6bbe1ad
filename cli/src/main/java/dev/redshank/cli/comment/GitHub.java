package dev.redshank.cli.comment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A pull request on GitHub (<a href="https://docs.github.com/en/rest/issues/comments">Issue comments</a>), whose
 * comments are those of the issue with its number.
 */
public final class GitHub implements Forge {
  /** The most that a comment holds: characters, of which bytes are never fewer. */
  public static final int LONGEST = 65_536;

  private static final String NAME = "GitHub";

  private static final Rest.Manners MANNERS = new Rest.Manners(
      NAME,
      Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28"),
      "Authorization",
      "Bearer ");

  private final Rest rest;
  private final Pages pages;
  private final String repository;
  private final long number;

  private GitHub(Rest rest, String repository, long number) {
    this.rest = rest;
    this.pages = new Pages(rest, NAME, this::refusal);
    this.repository = repository;
    this.number = number;
  }

  /**
   * A pull request.
   *
   * @param repository as {@code owner/name}
   */
  public static GitHub of(Access access, String repository, long number) {
    return new GitHub(new Rest(MANNERS, access), repository, number);
  }

  /**
   * The open pull request that a commit is the head of.
   *
   * @param branch as {@code owner:branch}
   */
  public static Optional<Long> openPullRequest(
      Access access, String repository, String branch, String commit) {
    GitHub github = new GitHub(new Rest(MANNERS, access), repository, 0);
    String path = "/repos/%s/pulls?state=open&per_page=100&head=%s"
        .formatted(repository, URLEncoder.encode(branch, StandardCharsets.UTF_8));
    return github.pages.first(
        path,
        pull -> pull.at("head", "sha").text().equals(commit)
            ? pull.at("number").number()
            : Optional.empty());
  }

  @Override
  public Optional<Comment> find(String marker) {
    Author author = new Author();
    return pages.first(
        "/repos/%s/issues/%d/comments?per_page=100".formatted(repository, number), comment -> {
          String body = comment.at("body").text();
          return body.strip().startsWith(marker) && author.wrote(comment)
              ? comment.at("id").number().map(id -> new Comment(id.toString(), body))
              : Optional.empty();
        });
  }

  /** Anybody can write our marker, so a comment counts only when it is by whoever the token belongs to. */
  private final class Author {
    private Optional<String> login = Optional.empty();
    private boolean asked;

    boolean wrote(Json comment) {
      if (!asked) {
        asked = true;
        login = login();
      }
      // The token of a workflow is an app's, and an app is not told its own name.
      return login.isPresent()
          ? login.get().equals(comment.at("user", "login").text())
          : comment.at("user", "type").text().equals("Bot");
    }

    private Optional<String> login() {
      Answer answer = rest.get("/user");
      boolean anApp = answer.status() == 403 || answer.status() == 404;
      return anApp
          ? Optional.empty()
          : Optional.of(pages.value(answer).at("login").text());
    }
  }

  @Override
  public void add(String body) {
    String path = "/repos/%s/issues/%d/comments".formatted(repository, number);
    pages.value(rest.add(path, Json.object("body", body)));
  }

  @Override
  public void change(Comment comment, String body) {
    String path = "/repos/%s/issues/comments/%s".formatted(repository, comment.id());
    pages.value(rest.change("PATCH", path, Json.object("body", body)));
  }

  @Override
  public void backOff(int failures) {
    Rest.sleep(rest.pause(), Rest.backOff(failures));
  }

  private CommentException refusal(Answer answer) {
    String said = rest.safe(answer.words());
    String request = "pull request %d of %s".formatted(number, repository);
    return switch (answer.status()) {
      case 401 ->
        new CommentException("GitHub does not accept the token (401). In a workflow, give the step"
            + " 'env: GITHUB_TOKEN: ${{ github.token }}'.");
      case 403 ->
        new CommentException(
            said.contains("locked")
                ? "The conversation of %s is locked, so nobody can comment on it (403)."
                    .formatted(request)
                : ("The token may not comment on %s (403 %s). A workflow needs 'permissions: pull-requests: write';"
                        + " on a pull request from a fork it never has them: docs/comment.md has a way in two stages.")
                    .formatted(request, said));
      case 404 ->
        new CommentException.Missing(
            "GitHub knows no %s, or the token may not see it (404).".formatted(request));
      case 410 ->
        new CommentException("Comments on %s are turned off (410 %s).".formatted(request, said));
      case 422 ->
        new CommentException("GitHub does not take the comment (422 %s).".formatted(said));
      default ->
        new CommentException("GitHub answers with %d %s.".formatted(answer.status(), said));
    };
  }
}
