package dev.redshank.cli;

import dev.redshank.cli.comment.Access;
import dev.redshank.cli.comment.Forge;
import dev.redshank.cli.comment.Json;
import dev.redshank.cli.comment.Secret;
import dev.redshank.core.report.SourceLinks;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Where a comment goes, by the options of the command and the variables of the job. */
abstract sealed class CommentTarget permits GitHubTarget, GitLabTarget {
  private final ParseResult parsed;
  private final Map<String, String> environment;

  CommentTarget(ParseResult parsed, Map<String, String> environment) {
    this.parsed = parsed;
    this.environment = environment;
  }

  /**
   * A pull or merge request.
   *
   * @param name for people
   */
  record Request(String name, Forge forge) {}

  /** The most bytes that a comment holds. */
  abstract int longest();

  /** Where the migrations are on the web, as far as the job says. */
  abstract SourceLinks links();

  /** The request to comment on; empty when there is none any more. */
  abstract Optional<Request> request();

  /** An option or, where it is not given, a variable. */
  Optional<String> value(String option, String variable) {
    return Options.value(parsed, option).or(() -> variable(variable));
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** The number that the command line names. */
  Optional<Long> number() {
    Optional<String> asked = Options.value(parsed, "--pull-request");
    return asked.map(text -> Json.number(text)
        .orElseThrow(() -> new UsageException("--pull-request is a number, not '" + text + "'.")));
  }

  /** The links of a job that knows its commit. */
  SourceLinks links(Optional<String> base) {
    String folder = Options.value(parsed, "--folder").orElse("").replace('\\', '/');
    String trimmed = folder.replaceAll("^(\\./)+|^\\.$|/+$", "");
    return new SourceLinks(
        base.filter(CommentTarget::isWebAddress).orElse(""),
        trimmed.isEmpty() ? "" : trimmed + "/");
  }

  /** Whether it can stand in Markdown as the address of a link. */
  static boolean isWebAddress(String url) {
    return (url.startsWith("https://") || url.startsWith("http://"))
        && url.chars().allMatch(c -> c > ' ' && c < 0x7f && "()<>\\\"`|[]".indexOf(c) < 0);
  }

  Access access(Optional<String> api, List<String> variables) {
    return new Access(address(api), token(variables), Version.OF_REDSHANK);
  }

  private URI address(Optional<String> api) {
    String url = api.orElseThrow(
        () -> new UsageException("Name the address of the platform's API with --api-url."));
    try {
      URI address = URI.create(url.replaceAll("/+$", ""));
      String scheme = String.valueOf(address.getScheme());
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (web && address.getHost() != null && address.getRawUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException none) {
      // Told below, without the text: it might hold a password.
    }
    throw new UsageException("The address of the API is no address with https:// and a host.");
  }

  private Secret token(List<String> variables) {
    List<String> names = Options.value(parsed, "--token-env").map(List::of).orElse(variables);
    for (String name : names) {
      Optional<String> value = variable(name);
      if (value.isPresent()) {
        return Secret.of(value.get())
            .orElseThrow(() -> new UsageException(
                "What " + name + " holds is no token: there are characters in it that none has."));
      }
    }
    throw new UsageException("There is no token: put it into the variable "
        + String.join(" or ", names)
        + ". On the command line everybody could read it.");
  }
}
