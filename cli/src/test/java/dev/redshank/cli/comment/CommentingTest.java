package dev.redshank.cli.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.cli.comment.CommentServer.Reply;
import dev.redshank.cli.comment.Commenting.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One comment, whatever the platform does meanwhile. */
final class CommentingTest {
  private static final String MARKER = "<!-- redshank -->";
  private static final String BODY = MARKER + "\nnew";
  private static final String LIST = "GET /repos/o/r/issues/7/comments";
  private static final String POST = "POST /repos/o/r/issues/7/comments";
  private static final Reply BROKEN = Reply.of(502, "Server Error");

  private final GitHubServer github = new GitHubServer();
  private final List<Duration> waited = new ArrayList<>();

  private final Pause pause = new Pause() {
    @Override
    public Instant now() {
      return Instant.ofEpochSecond(1_800_000_000);
    }

    @Override
    public void sleep(Duration time) {
      waited.add(time);
    }
  };

  @AfterEach
  void stop() {
    github.close();
  }

  private Access access(URI api, String token) {
    return new Access(api, Secret.of(token).orElseThrow(), "test", Duration.ofSeconds(20), pause);
  }

  private Outcome say(String body, boolean quiet) {
    return say(CommentServer.TOKEN, body, quiet);
  }

  private Outcome say(String token, String body, boolean quiet) {
    Forge forge = GitHub.of(access(github.address(), token), "o/r", 7);
    return new Commenting(forge, MARKER).say(body, quiet);
  }

  private void assertRefused(String words) {
    assertThatThrownBy(() -> say(BODY, false))
        .isInstanceOf(CommentException.class)
        .hasMessageContaining(words)
        .satisfies(refused -> assertThat(refused.toString()).doesNotContain(CommentServer.TOKEN));
  }

  @Test
  void createsACommentWhereThereIsNone() {
    github.holds("github-actions[bot]", "Bot", "<!-- redshank: other -->\nold");
    assertThat(say(BODY, false)).isEqualTo(Outcome.CREATED);
    assertThat(github.bodies()).containsExactly("<!-- redshank: other -->\nold", BODY);
    assertThat(github.requests()).containsExactly(LIST, POST);
  }

  @Test
  void updatesTheCommentThatIsThere() {
    github.holds("someone", "User", "Look at " + MARKER);
    github.holds("github-actions[bot]", "Bot", MARKER + "\r\nold");
    assertThat(say(BODY, true)).isEqualTo(Outcome.UPDATED);
    assertThat(github.bodies()).containsExactly("Look at " + MARKER, BODY);
  }

  @Test
  void leavesACommentThatSaysTheSameAlready() {
    github.holds("github-actions[bot]", "Bot", BODY.replace("\n", "\r\n") + "\r\n");
    assertThat(say(BODY, false)).isEqualTo(Outcome.UNCHANGED);
    assertThat(github.requests()).containsExactly(LIST, "GET /user");
  }

  @Test
  void saysNothingWhereThereIsNothingToTell() {
    assertThat(say(BODY, true)).isEqualTo(Outcome.SILENT);
    assertThat(github.requests()).containsExactly(LIST);
  }

  @Test
  void neverTouchesACommentOfSomebodyElse() {
    github.holds("stranger", "User", MARKER + "\nmine");
    assertThat(say(BODY, false)).isEqualTo(Outcome.CREATED);
    assertThat(github.bodies()).containsExactly(MARKER + "\nmine", BODY);
  }

  @Test
  void knowsTheCommentOfThePersonWhoseTokenItIs() {
    github.ofWorkflow = false;
    github.holds("github-actions[bot]", "Bot", MARKER + "\nof a workflow");
    github.holds("maintainer", "User", MARKER + "\nold");
    assertThat(say(BODY, false)).isEqualTo(Outcome.UPDATED);
    assertThat(github.bodies()).containsExactly(MARKER + "\nof a workflow", BODY);
  }

  @Test
  void looksAtEveryPage() {
    for (int i = 0; i < 250; i++) {
      github.holds("someone", "User", "comment " + i);
    }
    github.holds("github-actions[bot]", "Bot", MARKER + "\nold");
    assertThat(say(BODY, false)).isEqualTo(Outcome.UPDATED);
    assertThat(github.requests())
        .containsExactly(LIST, LIST, LIST, "GET /user", "PATCH /repos/o/r/issues/comments/251");
  }

  @Test
  void createsACommentWhenTheOldOneIsDeletedMeanwhile() {
    github.holds("github-actions[bot]", "Bot", MARKER + "\nold");
    github.says(new Reply(
        200,
        "[{\"id\": 99, \"body\": \"%s\", \"user\": {\"type\": \"Bot\"}}]".formatted(MARKER),
        Map.of()));
    assertThat(say(BODY, false)).isEqualTo(Outcome.CREATED);
  }

  @Test
  void triesAgainAfterAFailureOfTheServer() {
    github.says(BROKEN, new Reply(500, "", Map.of()), Reply.of(503, "Unavailable"));
    assertThat(say(BODY, false)).isEqualTo(Outcome.CREATED);
    assertThat(waited)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(github.requests()).containsExactly(LIST, LIST, LIST, LIST, POST);
  }

  @Test
  void givesUpAfterFourFailures() {
    github.says(BROKEN, BROKEN, BROKEN, BROKEN);
    assertRefused("GitHub answers with 502 Server Error. Run it again later.");
    assertThat(waited).hasSize(3);
    assertThat(github.requests()).hasSize(4);
  }

  @Test
  void looksWhetherACommentIsThereBeforeItIsCreatedAgain() {
    github.says(new Reply(200, "[]", Map.of()), BROKEN);
    assertThat(say(BODY, false)).isEqualTo(Outcome.CREATED);
    assertThat(github.requests()).containsExactly(LIST, POST, LIST, POST);
    assertThat(github.bodies()).containsExactly(BODY);
  }

  @Test
  void createsNoSecondCommentWhenOnlyTheAnswerWasLost() {
    github.holds("github-actions[bot]", "Bot", BODY);
    github.says(new Reply(200, "[]", Map.of()), new Reply(0, "", Map.of()));
    assertThat(say(BODY, false)).isEqualTo(Outcome.CREATED);
    assertThat(github.requests()).containsExactly(LIST, POST, LIST, "GET /user");
    assertThat(github.bodies()).containsExactly(BODY);
  }

  @Test
  void waitsAsLongAsItIsTold() {
    github.says(
        Reply.of(429, "slow down").with("Retry-After", "7"),
        Reply.of(403, "API rate limit exceeded for ***").with("X-RateLimit-Remaining", "0"),
        new Reply(200, "[]", Map.of()),
        new Reply(
            403,
            "{\"message\": \"no more\"}",
            Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1800000030")));
    assertThat(say(BODY, false)).isEqualTo(Outcome.CREATED);
    assertThat(waited)
        .containsExactly(Duration.ofSeconds(7), Duration.ofMinutes(1), Duration.ofSeconds(30));
    assertThat(github.requests()).containsExactly(LIST, LIST, LIST, POST, POST);
  }

  @Test
  void doesNotWaitForAnHour() {
    github.says(new Reply(
        403,
        "{\"message\": \"API rate limit exceeded\"}",
        Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1800003000")));
    assertRefused("its rate limit ends in 3000 s. Run it again later.");
    assertThat(waited).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | Bad credentials | GitHub does not accept the token (401).",
        "403 | Resource not accessible by integration | A workflow needs 'permissions: pull-requests: write'",
        "403 | Unable to create comment because issue is locked. | conversation of pull request 7 of o/r is locked",
        "404 | Not Found | GitHub knows no pull request 7 of o/r, or the token may not see it (404).",
        "410 | Issues are disabled | turned off (410 Issues are disabled)",
        "422 | Validation Failed | GitHub does not take the comment (422 Validation Failed).",
        "418 | teapot | GitHub answers with 418 teapot.",
      })
  void saysWhatARefusalMeans(int status, String message, String words) {
    github.says(new Reply(200, "[]", Map.of()), Reply.of(status, message));
    assertRefused(words);
    assertThat(github.requests()).hasSize(2);
    assertThat(waited).isEmpty();
  }

  @Test
  void saysThatAWrongTokenIsWrong() {
    assertThatThrownBy(() -> say("wrong", BODY, false)).hasMessageContaining("(401)");
  }

  @Test
  void saysWhatGitHubSaysOfACommentThatIsTooLong() {
    assertThatThrownBy(() -> say(MARKER + "x".repeat(70_000), false))
        .hasMessageContaining("422 Validation Failed Body is too long");
  }

  @ParameterizedTest
  @CsvSource({"<html>login</html>", "{}", "''", "[{\"id\": ", "[] []"})
  void saysThatSomethingElseAnswers(String body) {
    github.says(new Reply(200, body, Map.of()));
    assertRefused("something else than the JSON that it documents");
  }

  @Test
  void followsAMoveOnTheSameServer() {
    github.says(
        Reply.of(301, "Moved").with("Location", "/repos/o/r/issues/7/comments?per_page=100"));
    assertThat(say(BODY, false)).isEqualTo(Outcome.CREATED);
  }

  @Test
  void keepsTheTokenFromOtherServers() {
    try (GitHubServer other = new GitHubServer()) {
      github.says(Reply.of(302, "Found").with("Location", other.address() + "/repos/o/r"));
      assertRefused("which does not get the token");
      github.says(
          new Reply(200, "[]", Map.of("Link", "<" + other.address() + "/x>; rel=\"next\"")));
      assertRefused("which does not get the token");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void followsNoCircle() {
    Reply again = Reply.of(307, "again").with("Location", "/again");
    github.says(again, again, again, again, again, again);
    assertRefused("from one address to the next without end");
  }

  @Test
  void tellsNobodyATokenThatTheServerRepeats() {
    github.says(Reply.of(422, "what is " + CommentServer.TOKEN));
    assertRefused("what is ***");
    github.says(BROKEN, BROKEN, BROKEN, Reply.of(500, CommentServer.TOKEN));
    assertRefused("500 ***");
  }

  @Test
  void saysThatNobodyAnswers() {
    github.close();
    assertRefused("cannot be reached at http://localhost:");
    assertThat(waited).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n["})
  void waitsForNoAnswerWithoutEnd(String begun) throws IOException {
    List<Socket> accepted = new CopyOnWriteArrayList<>();
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answer(silent, begun, accepted));
      answering.start();
      URI address = URI.create("http://localhost:" + silent.getLocalPort());
      Access access = new Access(
          address,
          Secret.of(CommentServer.TOKEN).orElseThrow(),
          "test",
          Duration.ofMillis(200),
          pause);
      assertThatThrownBy(() -> GitHub.of(access, "o/r", 7).find(MARKER))
          .hasMessageContaining("cannot be reached at " + address);
      assertThat(waited).hasSize(3);
    } finally {
      for (Socket socket : accepted) {
        socket.close();
      }
    }
  }

  /** Until the socket is closed. */
  private static void answer(ServerSocket server, String begun, List<Socket> accepted) {
    try {
      while (true) {
        Socket socket = server.accept();
        accepted.add(socket);
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException closed) {
      return;
    }
  }

  @Test
  void showsNoSecret() {
    Access access = access(URI.create("http://localhost"), CommentServer.TOKEN);
    assertThat(access.toString()).contains("***").doesNotContain(CommentServer.TOKEN);
    assertThat(Secret.of("a\nb")).isEmpty();
    assertThat(Secret.of("  ")).isEmpty();
  }

  @Test
  void findsTheOpenPullRequestOfACommit() {
    github.pulls = """
        [{"number": 3, "head": {"sha": "old"}}, {"number": 9, "head": {"sha": "abc"}}]""";
    Access access = access(github.address(), CommentServer.TOKEN);
    assertThat(GitHub.openPullRequest(access, "o/r", "fork:a&b", "abc")).contains(9L);
    assertThat(GitHub.openPullRequest(access, "o/r", "fork:a&b", "def")).isEmpty();
  }

  @Test
  void keepsANoteOnGitLab() {
    try (GitLabServer gitlab = new GitLabServer()) {
      for (int i = 0; i < 120; i++) {
        gitlab.holds("7", "", MARKER + "\nof a stranger");
      }
      Access access = access(gitlab.address().resolve("/api/v4"), CommentServer.TOKEN);
      Commenting commenting = new Commenting(GitLab.of(access, "g/p", 7), MARKER);
      assertThat(commenting.say(BODY, true)).isEqualTo(Outcome.SILENT);
      assertThat(commenting.say(BODY, false)).isEqualTo(Outcome.CREATED);
      assertThat(commenting.say(BODY + "er", false)).isEqualTo(Outcome.UPDATED);
      assertThat(commenting.say(BODY + "er", false)).isEqualTo(Outcome.UNCHANGED);
      assertThat(gitlab.bodies()).hasSize(121).endsWith(BODY + "er");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | project access token with the scope api",
        "403 | It needs the scope api and the role Reporter",
        "404 | GitLab knows no merge request 7 of project g/p",
        "400 | GitLab does not take the comment (400",
        "409 | GitLab answers with 409",
      })
  void saysWhatARefusalOfGitLabMeans(int status, String words) {
    try (GitLabServer gitlab = new GitLabServer()) {
      gitlab.says(new Reply(status, "{\"message\": \"no\"}", Map.of()));
      Access access = access(gitlab.address().resolve("/api/v4"), CommentServer.TOKEN);
      Commenting commenting = new Commenting(GitLab.of(access, "g/p", 7), MARKER);
      assertThatThrownBy(() -> commenting.say(BODY, false)).hasMessageContaining(words);
    }
  }
}
