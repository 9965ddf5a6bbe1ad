package dev.redshank.cli;

import dev.redshank.cli.comment.CommentException;
import dev.redshank.cli.comment.Commenting;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.report.LintDigest;
import dev.redshank.core.report.LintDigestReader;
import dev.redshank.core.report.LintMarkdown;
import dev.redshank.core.report.MarkdownOptions;
import dev.redshank.core.report.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** One run of {@code redshank comment}: reads the report, writes the Markdown, keeps the comment. */
final class CommentRun {
  private static final int LONGEST_ID = 80;

  private final ParseResult parsed;
  private final Console console;
  private final CommentTarget target;

  CommentRun(ParseResult parsed, Console console) {
    this.parsed = parsed;
    this.console = console;
    boolean github = parsed.hasMatchedOption("--github");
    if (github == parsed.hasMatchedOption("--gitlab")) {
      throw new UsageException("Say --github or --gitlab: one of them.");
    }
    this.target = github
        ? new GitHubTarget(parsed, console.environment())
        : new GitLabTarget(parsed, console.environment());
  }

  int run() throws IOException {
    String id = id();
    String page = page();
    LintDigest digest = digest();
    String marker = id.isEmpty() ? "<!-- redshank -->" : "<!-- redshank: " + id + " -->";
    String body = LintMarkdown.text(
        digest,
        ProjectOptions.knownRules(),
        new MarkdownOptions(marker, id, target.longest(), target.links(), page));
    if (parsed.hasMatchedOption("--dry-run")) {
      console.out().write(body);
      console.out().flush();
      return ExitCode.CLEAN;
    }
    return comment(marker, body, digest.isClean() && !parsed.hasMatchedOption("--always"));
  }

  private int comment(String marker, String body, boolean quiet) {
    try {
      Optional<CommentTarget.Request> request = target.request();
      if (request.isEmpty()) {
        return say(
            "there is no open pull request for this commit, so there is nothing to comment on.");
      }
      String where = request.get().name();
      return switch (new Commenting(request.get().forge(), marker).say(body, quiet)) {
        case CREATED -> say("commented on " + where + ".");
        case UPDATED -> say("updated the comment on " + where + ".");
        case UNCHANGED -> say("the comment on " + where + " is up to date.");
        case SILENT -> say("nothing to tell on " + where + ".");
      };
    } catch (CommentException refused) {
      say(refused.getMessage());
      return ExitCode.USER;
    }
  }

  private int say(String words) {
    console.say("redshank: " + Printable.oneLine(words));
    return ExitCode.CLEAN;
  }

  /** It becomes part of a comment in HTML, which two hyphens would end. */
  private String id() {
    String id = Options.value(parsed, "--id").orElse("");
    boolean fits = id.length() <= LONGEST_ID
        && !id.contains("--")
        && id.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._/-".indexOf(c) >= 0);
    if (!fits || (id.isEmpty() && parsed.hasMatchedOption("--id"))) {
      throw new UsageException("--id is made of letters, digits and . _ / - (no two - in a row).");
    }
    return id;
  }

  private String page() {
    Optional<String> page = Options.value(parsed, "--rule-url");
    page.ifPresent(url -> {
      if (!CommentTarget.isWebAddress(url.replace("{rule}", "rule"))) {
        throw new UsageException("--rule-url is an address with https://, not '" + url + "'.");
      }
    });
    return page.orElse("");
  }

  private LintDigest digest() {
    String name = Options.value(parsed, "--from")
        .orElseThrow(
            () -> new UsageException(
                "Name the report with --from: 'redshank lint --format json PATH > report.json' writes it."));
    LintDigestReader.Outcome outcome = read(name);
    outcome.problem().ifPresent(problem -> {
      throw new BrokenInputException(List.of(problem));
    });
    return outcome.digest().orElseThrow();
  }

  private LintDigestReader.Outcome read(String name) {
    boolean standardInput = name.equals("-");
    try (InputStream in =
        standardInput ? console.in() : Files.newInputStream(console.directory().resolve(name))) {
      return LintDigestReader.read(in, standardInput ? "standard input" : name);
    } catch (IOException | InvalidPathException unreadable) {
      throw new UsageException("--from: " + name + " cannot be read. Name a file that is there.");
    }
  }
}
