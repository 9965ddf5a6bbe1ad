package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.cli.comment.CommentServer;
import dev.redshank.cli.comment.CommentServer.Reply;
import dev.redshank.cli.comment.GitHubServer;
import dev.redshank.cli.comment.GitLabServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code redshank comment} as a job runs it. */
final class CommentTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path GOLDEN = ROOT.resolve("test-fixtures/src/main/golden/flyway-shop");
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String[] GITHUB = {"comment", "--github", "--from", "report.json"};

  private final GitHubServer github = new GitHubServer();

  @TempDir
  Path folder;

  @BeforeEach
  void writeAReport() throws IOException {
    report("CREATE INDEX i ON orders (at);\n");
  }

  @AfterEach
  void stop() {
    github.close();
  }

  private void report(String sql) throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), sql);
    Files.writeString(
        folder.resolve("report.json"),
        Run.in(folder, "lint", "--format", "json", "V1__a.sql").out());
  }

  private Map<String, String> workflow() {
    return new HashMap<>(Map.of(
        "GITHUB_TOKEN",
        CommentServer.TOKEN,
        "GITHUB_REPOSITORY",
        "o/r",
        "GITHUB_REF",
        "refs/pull/7/merge",
        "GITHUB_API_URL",
        github.address().toString()));
  }

  private static String[] with(String[] args, String... more) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Run run(Map<String, String> environment, String... more) {
    Run run = Run.with(environment, folder, with(GITHUB, more));
    assertThat(run.out() + run.err()).doesNotContain(CommentServer.TOKEN, "\tat ");
    return run;
  }

  private Map<String, String> event(String json) throws IOException {
    Files.writeString(folder.resolve("event.json"), json);
    Map<String, String> environment = workflow();
    environment.remove("GITHUB_REF");
    environment.put("GITHUB_EVENT_PATH", folder.resolve("event.json").toString());
    return environment;
  }

  @Test
  void createsAndUpdatesOneComment() throws IOException {
    assertThat(run(workflow())).isEqualTo(new Run(0, "", "redshank: commented on o/r#7.\n"));
    assertThat(github.bodies())
        .singleElement()
        .asString()
        .startsWith("<!-- redshank -->\n## 🔴 Redshank: 1 error\n")
        .contains("`V1__a.sql:1`");
    assertThat(run(workflow()).err()).isEqualTo("redshank: the comment on o/r#7 is up to date.\n");
    report("SELECT 1;\n");
    assertThat(run(workflow()).err()).isEqualTo("redshank: updated the comment on o/r#7.\n");
    assertThat(github.bodies()).singleElement().asString().contains("no findings");
  }

  @Test
  void tellsThatNothingWasFoundOnlyWhenAsked() throws IOException {
    report("SELECT 1;\n");
    assertThat(run(workflow()).err()).isEqualTo("redshank: nothing to tell on o/r#7.\n");
    assertThat(github.bodies()).isEmpty();
    assertThat(run(workflow(), "--always").err()).contains("commented on o/r#7.");
  }

  @Test
  void neverCallsARunCleanThatCouldNotReadEverything() throws IOException {
    Files.write(folder.resolve("V2__b.sql"), new byte[] {(byte) 0xc3, 0x28});
    Run lint = Run.in(folder, "lint", "--format", "json", "V2__b.sql");
    assertThat(lint.code()).isEqualTo(2);
    Files.writeString(folder.resolve("report.json"), lint.out());
    assertThat(run(workflow()).err()).contains("commented on o/r#7.");
    assertThat(github.bodies().get(0)).contains("findings may be missing").contains("`V2__b.sql`");
  }

  @Test
  void keepsACommentForEachProject() {
    run(workflow(), "--id", "shop");
    run(workflow(), "--id", "billing");
    run(workflow(), "--id", "shop");
    assertThat(github.bodies()).hasSize(2);
    assertThat(github.bodies().get(0))
        .startsWith("<!-- redshank: shop -->\n## 🔴 Redshank on `shop`: ");
  }

  @Test
  void readsThePullRequestFromTheEvent() throws IOException {
    Map<String, String> environment =
        event("{\"pull_request\": {\"number\": 7, \"head\": {\"sha\": \"" + COMMIT + "\"}}}");
    assertThat(run(environment, "--folder", "./services/shop/").err()).contains("o/r#7");
    assertThat(github.bodies().get(0))
        .contains("(https://github.com/o/r/blob/" + COMMIT + "/services/shop/V1__a.sql#L1)");
  }

  @Test
  void findsThePullRequestOfTheWorkflowThatWentBefore() throws IOException {
    Map<String, String> environment = event("""
        {"workflow_run": {"head_sha": "%s", "head_branch": "patch-1", "pull_requests": [],
          "head_repository": {"owner": {"login": "stranger"}}}}""".formatted(COMMIT));
    Run none = run(environment);
    assertThat(none.code()).isZero();
    assertThat(none.err()).contains("there is no open pull request for this commit");
    github.pulls = "[{\"number\": 7, \"head\": {\"sha\": \"" + COMMIT + "\"}}]";
    assertThat(run(environment).err()).contains("commented on o/r#7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "no json", "{\"pull_request\": {\"number\": \"-1\"}}"})
  void saysThatTheJobKnowsNoPullRequest(String payload) throws IOException {
    Run run = run(event(payload));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("knows no pull request. Name it with --pull-request");
    assertThat(run(event(payload), "--pull-request", "7").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | does not accept the token",
        "403 | pull-requests: write",
        "404 | GitHub knows no pull request 7 of o/r",
        "422 | does not take the comment",
      })
  void endsWithTheCodeForWhatTheUserCanMend(int status, String words) {
    github.says(Reply.of(status, "it is \u001b[31m" + CommentServer.TOKEN));
    Run run = run(workflow());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("redshank: ").contains(words).hasLineCount(1);
    assertThat(run.err()).doesNotContain("\u001b");
  }

  @Test
  void asksForATokenAndNeverShowsOne() {
    Map<String, String> environment = workflow();
    environment.remove("GITHUB_TOKEN");
    assertThat(run(environment).code()).isEqualTo(2);
    assertThat(run(environment).err()).contains("put it into the variable GITHUB_TOKEN");
    environment.put("OTHER", CommentServer.TOKEN);
    assertThat(run(environment, "--token-env", "OTHER").code()).isZero();
    environment.put("OTHER", CommentServer.TOKEN + "\nX-Evil: 1");
    assertThat(run(environment, "--token-env", "OTHER").err())
        .contains("What OTHER holds is no token");
    environment.put(
        "GITHUB_API_URL", "http://user:" + CommentServer.TOKEN + "@localhost:1/ with space");
    assertThat(run(environment).err()).contains("no address with https:// and a host");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "comment --from report.json | Say --github or --gitlab",
        "comment --github --gitlab --from report.json | Say --github or --gitlab",
        "comment --github | Name the report with --from",
        "comment --github --from none.json | --from: none.json cannot be read",
        "comment --github --from V1__a.sql | is not JSON here",
        "comment --github --from report.json --id a--b | --id is made of letters",
        "comment --github --from report.json --id a>b | --id is made of letters",
        "comment --github --from report.json --pull-request x | --pull-request is a number",
        "comment --github --from report.json --repository a/b/c | --repository is OWNER/NAME",
        "comment --github --from report.json --rule-url javascript:x | --rule-url is an address",
      })
  void saysWhatIsWrongWithTheCommandLine(String command, String words) {
    Run run = Run.with(workflow(), folder, command.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(words);
    assertThat(github.requests()).isEmpty();
  }

  @Test
  void commentsOnGitLab() {
    try (GitLabServer gitlab = new GitLabServer()) {
      Map<String, String> job = Map.of(
          "GITLAB_TOKEN", CommentServer.TOKEN,
          "CI_API_V4_URL", gitlab.address() + "/api/v4",
          "CI_MERGE_REQUEST_PROJECT_ID", "g/p",
          "CI_PROJECT_ID", "9",
          "CI_MERGE_REQUEST_IID", "7",
          "CI_PROJECT_URL", "https://gitlab.com/g/p",
          "CI_COMMIT_SHA", COMMIT);
      Run run = Run.with(job, folder, "comment", "--gitlab", "--from", "report.json");
      assertThat(run).isEqualTo(new Run(0, "", "redshank: commented on g/p!7.\n"));
      assertThat(gitlab.bodies().get(0))
          .contains("(https://gitlab.com/g/p/-/blob/" + COMMIT + "/V1__a.sql#L1)");
    }
  }

  @Test
  void fitsALargeRunIntoOneComment() throws IOException {
    report("CREATE INDEX i ON orders (at);\n".repeat(2_000));
    assertThat(run(workflow()).code()).isZero();
    assertThat(github.bodies().get(0)).contains(" findings are left out here");
  }

  @Test
  void printsTheCommentOfTheShopWithoutAToken() throws IOException {
    Run run = Run.with(
        Map.of(),
        ROOT,
        "comment",
        "--github",
        "--dry-run",
        "--from",
        GOLDEN.resolve("lint-since-2024.json").toString());
    Path golden = GOLDEN.resolve("comment-since-2024.md");
    if ("write".equals(System.getProperty("redshank.golden"))) {
      Files.writeString(golden, run.out());
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(golden));
  }

  @Test
  void readsTheReportFromStandardInput() throws IOException {
    Run run = Run.withInput(
        folder,
        Files.readString(folder.resolve("report.json")),
        "comment",
        "--github",
        "--dry-run",
        "--from",
        "-");
    assertThat(run.out()).startsWith("<!-- redshank -->");
  }

  @Test
  void itsPageNamesNoOptionThatThereIsNot() throws IOException {
    String help = Run.in(folder, "comment", "--help").out()
        + Run.in(folder, "lint", "--help").out();
    List<String> named = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+")
        .matcher(Files.readString(ROOT.resolve("docs/comment.md")))
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
    assertThat(named)
        .contains("--from", "--id", "--github")
        .allSatisfy(option ->
            assertThat(help).containsPattern(Pattern.compile("(?m)" + option + "(?![\\w-])")));
  }
}
