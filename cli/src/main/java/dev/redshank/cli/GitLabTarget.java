package dev.redshank.cli;

import dev.redshank.cli.comment.Access;
import dev.redshank.cli.comment.GitLab;
import dev.redshank.cli.comment.Json;
import dev.redshank.core.report.SourceLinks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * A merge request on GitLab, as a job knows it
 * (<a href="https://docs.gitlab.com/ci/variables/predefined_variables/">Predefined variables</a>).
 */
final class GitLabTarget extends CommentTarget {
  GitLabTarget(ParseResult parsed, Map<String, String> environment) {
    super(parsed, environment);
  }

  @Override
  int longest() {
    return GitLab.LONGEST;
  }

  /** The pipeline of a fork's merge request may run in the fork, and one of merged results on another commit. */
  @Override
  SourceLinks links() {
    Optional<String> project =
        variable("CI_MERGE_REQUEST_SOURCE_PROJECT_URL").or(() -> variable("CI_PROJECT_URL"));
    Optional<String> commit =
        variable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA").or(() -> variable("CI_COMMIT_SHA"));
    return links(project.flatMap(url -> commit.map(sha -> url + "/-/blob/" + sha + "/")));
  }

  @Override
  Optional<Request> request() {
    String project = value("--repository", "CI_MERGE_REQUEST_PROJECT_ID")
        .or(() -> variable("CI_PROJECT_ID"))
        .orElseThrow(
            () -> new UsageException("Name the project with --repository: its number or path."));
    long number = number()
        .or(() -> variable("CI_MERGE_REQUEST_IID").flatMap(Json::number))
        .orElseThrow(() -> new UsageException("This job knows no merge request. Name it with"
            + " --pull-request, or run the job in merge request pipelines."));
    Optional<String> api = value("--api-url", "CI_API_V4_URL");
    Access access = access(
        api.or(() -> Optional.of("https://gitlab.com/api/v4")),
        List.of("REDSHANK_GITLAB_TOKEN", "GITLAB_TOKEN"));
    return Optional.of(new Request(project + "!" + number, GitLab.of(access, project, number)));
  }
}
