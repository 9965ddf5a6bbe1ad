package dev.redshank.cli;

import dev.redshank.cli.comment.Access;
import dev.redshank.cli.comment.GitHub;
import dev.redshank.cli.comment.Json;
import dev.redshank.core.report.SourceLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/**
 * A pull request on GitHub, as a workflow knows it
 * (<a href="https://docs.github.com/en/actions/reference/workflows-and-actions/variables">Variables</a>).
 */
final class GitHubTarget extends CommentTarget {
  private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
  private static final Pattern REF = Pattern.compile("refs/pull/(\\d+)/(?:merge|head)");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  private final Json event;

  GitHubTarget(ParseResult parsed, Map<String, String> environment) {
    super(parsed, environment);
    this.event = event();
  }

  @Override
  int longest() {
    return GitHub.LONGEST;
  }

  /** What started the workflow; of no use where it cannot be read. */
  private Json event() {
    try {
      Optional<String> file = variable("GITHUB_EVENT_PATH");
      return file.isPresent() ? Json.parse(Files.readAllBytes(Path.of(file.get()))) : Json.NOTHING;
    } catch (IOException | InvalidPathException unreadable) {
      return Json.NOTHING;
    }
  }

  /** The merge commit that GitHub makes for a pull request is gone soon, so links go to its head. */
  @Override
  SourceLinks links() {
    String head = event.at("pull_request", "head", "sha").text();
    String commit = head.isEmpty() ? event.at("workflow_run", "head_sha").text() : head;
    Optional<String> repository = value("--repository", "GITHUB_REPOSITORY");
    if (!COMMIT.matcher(commit).matches()
        || repository.filter(GitHubTarget::isName).isEmpty()) {
      return links(Optional.empty());
    }
    String server = variable("GITHUB_SERVER_URL").orElse("https://github.com");
    return links(Optional.of(server + "/" + repository.get() + "/blob/" + commit + "/"));
  }

  private static boolean isName(String repository) {
    return REPOSITORY.matcher(repository).matches();
  }

  @Override
  Optional<Request> request() {
    String repository = value("--repository", "GITHUB_REPOSITORY")
        .orElseThrow(() -> new UsageException("Name the repository with --repository OWNER/NAME."));
    if (!isName(repository)) {
      throw new UsageException("--repository is OWNER/NAME, not '" + repository + "'.");
    }
    Optional<String> api = value("--api-url", "GITHUB_API_URL");
    Access access =
        access(api.or(() -> Optional.of("https://api.github.com")), List.of("GITHUB_TOKEN"));
    return pullRequest(access, repository)
        .map(number ->
            new Request(repository + "#" + number, GitHub.of(access, repository, number)));
  }

  private Optional<Long> pullRequest(Access access, String repository) {
    Optional<Long> known = number()
        .or(() -> event.at("pull_request", "number").number())
        .or(this::commentedOn)
        .or(this::named);
    if (known.isPresent()) {
      return known;
    }
    Json run = event.at("workflow_run");
    String owner = run.at("head_repository", "owner", "login").text();
    String branch = run.at("head_branch").text();
    if (owner.isEmpty() || branch.isEmpty()) {
      throw new UsageException(
          "This job knows no pull request. Name it with --pull-request, or run the job on pull_request.");
    }
    // A workflow that follows another is not told its pull request when that comes from a fork; and
    // an
    // artifact of the first could name any.
    return GitHub.openPullRequest(
        access, repository, owner + ":" + branch, run.at("head_sha").text());
  }

  /** The event of a comment on a pull request has its number as that of an issue. */
  private Optional<Long> commentedOn() {
    Json issue = event.at("issue");
    return issue.at("pull_request", "url").text().isEmpty()
        ? Optional.empty()
        : issue.at("number").number();
  }

  private Optional<Long> named() {
    Matcher ref = REF.matcher(variable("GITHUB_REF").orElse(""));
    return ref.matches() ? Json.number(ref.group(1)) : Optional.empty();
  }
}
