package dev.redshank.cli.comment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A merge request on GitLab (<a href="https://docs.gitlab.com/api/notes/">Notes</a>). */
public final class GitLab implements Forge {
  /** The most characters that a note holds. */
  public static final int LONGEST = 1_000_000;

  private static final String NAME = "GitLab";

  private static final Rest.Manners MANNERS =
      new Rest.Manners(NAME, Map.of("Accept", "application/json"), "PRIVATE-TOKEN", "");

  private final Rest rest;
  private final Pages pages;
  private final String path;
  private final String request;

  private GitLab(Rest rest, String project, long number) {
    this.rest = rest;
    this.pages = new Pages(rest, NAME, this::refusal);
    this.path = "/projects/%s/merge_requests/%d/notes"
        .formatted(URLEncoder.encode(project, StandardCharsets.UTF_8), number);
    this.request = "merge request %d of project %s".formatted(number, project);
  }

  /**
   * A merge request.
   *
   * @param project its number, or its path as {@code group/name}
   */
  public static GitLab of(Access access, String project, long number) {
    return new GitLab(new Rest(MANNERS, access), project, number);
  }

  @Override
  public Optional<Comment> find(String marker) {
    Author author = new Author();
    return pages.first(path + "?per_page=100&sort=asc&order_by=created_at", note -> {
      String body = note.at("body").text();
      return body.strip().startsWith(marker) && author.wrote(note)
          ? note.at("id").number().map(id -> new Comment(id.toString(), body))
          : Optional.empty();
    });
  }

  /** Anybody can write our marker, so a note counts only when it is by whoever the token belongs to. */
  private final class Author {
    private String id = "";

    boolean wrote(Json note) {
      if (id.isEmpty()) {
        id = pages.value(rest.get("/user")).at("id").text();
      }
      return !id.isEmpty() && id.equals(note.at("author", "id").text());
    }
  }

  @Override
  public void add(String body) {
    pages.value(rest.add(path, Json.object("body", body)));
  }

  @Override
  public void change(Comment comment, String body) {
    pages.value(rest.change("PUT", path + "/" + comment.id(), Json.object("body", body)));
  }

  @Override
  public void backOff(int failures) {
    Rest.sleep(rest.pause(), Rest.backOff(failures));
  }

  private CommentException refusal(Answer answer) {
    String said = rest.safe(answer.words());
    return switch (answer.status()) {
      case 401 ->
        new CommentException(
            "GitLab does not accept the token (401). A job's own CI_JOB_TOKEN may not comment:"
                + " make a project access token with the scope api.");
      case 403 ->
        new CommentException(
            "The token may not comment on %s (403 %s). It needs the scope api and the role Reporter; a locked discussion takes no comment."
                .formatted(request, said));
      case 404 ->
        new CommentException.Missing(
            "GitLab knows no %s, or the token may not see it (404).".formatted(request));
      case 400, 422 ->
        new CommentException(
            "GitLab does not take the comment (%d %s).".formatted(answer.status(), said));
      default ->
        new CommentException("GitLab answers with %d %s.".formatted(answer.status(), said));
    };
  }
}
