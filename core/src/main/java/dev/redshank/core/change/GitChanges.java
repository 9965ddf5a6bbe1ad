package dev.redshank.core.change;

import dev.redshank.core.change.ChangedFile.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What changed since a commit: in later commits, in the index, and in files that are not committed yet. */
public final class GitChanges {
  private final Git git;
  private final Path top;
  private final String reference;
  private final String base;
  private final boolean staged;
  private final List<ChangedFile> files;

  private GitChanges(
      Git git, Path top, String reference, String base, boolean staged, List<ChangedFile> files) {
    this.git = git;
    this.top = top;
    this.reference = reference;
    this.base = base;
    this.staged = staged;
    this.files = files;
  }

  /**
   * What changed since the point where this branch left another, up to what lies on disk.
   *
   * @param folder a folder of the repository
   * @param reference a branch, tag or commit
   */
  public static GitChanges since(Path folder, String reference) throws GitRefusal {
    Git around = Git.around(folder);
    Path top = top(around, folder);
    Git git = around.in(top);
    String commit = commit(git, reference);
    String base = mergeBase(git, commit, reference);
    List<ChangedFile> files = new ArrayList<>(diff(git, base));
    for (String path :
        given(git, "ls-files", "--others", "--exclude-standard", "-z").parts()) {
      files.add(new ChangedFile(path, path, Kind.ADDED));
    }
    GitChanges changes = new GitChanges(git, top, reference, base, false, files);
    return new GitChanges(git, top, reference, base, false, changes.withMoves());
  }

  /** What the next commit changes. */
  public static GitChanges staged(Path folder) throws GitRefusal {
    Git around = Git.around(folder);
    Path top = top(around, folder);
    Git git = around.in(top);
    return new GitChanges(git, top, "HEAD", "HEAD", true, diff(git, "--cached"));
  }

  private static Path top(Git around, Path folder) throws GitRefusal {
    Git.Answer answer = around.ask("rev-parse", "--show-toplevel");
    if (!answer.isGiven()) {
      throw new GitRefusal(noRepository(folder, answer.complaint()));
    }
    try {
      return Path.of(answer.text()).toRealPath();
    } catch (IOException gone) {
      throw new GitRefusal("the repository's folder " + answer.text() + " cannot be read.");
    }
  }

  private static String noRepository(Path folder, String complaint) {
    if (complaint.contains("not a git repository")) {
      return "%s is in no git repository, so git does not know what changed.".formatted(folder);
    }
    // In containers, where a checkout often belongs to another user.
    int start = complaint.indexOf('\'') + 1;
    int end = complaint.lastIndexOf('\'');
    return complaint.contains("dubious ownership") && start < end
        ? "git does not trust the owner of the repository. Where you do: git config --global --add safe.directory '%s'"
            .formatted(complaint.substring(start, end))
        : "git refuses to look at %s: %s".formatted(folder, complaint);
  }

  private static String commit(Git git, String reference) throws GitRefusal {
    Git.Answer answer = reference.startsWith("-")
        ? new Git.Answer(1, new byte[0], "")
        : git.ask("rev-parse", "--verify", "--quiet", reference + "^{commit}");
    if (answer.isGiven()) {
      return answer.text();
    }
    if (reference.isBlank()) {
      throw new GitRefusal("the reference is empty. Name a branch, tag or commit, as origin/main.");
    }
    String where = isShallow(git)
        ? "The clone is shallow: fetch it first, as by 'git fetch origin %s', or clone with the whole history."
        : "Check the spelling, or fetch it first: 'git fetch origin'.";
    throw new GitRefusal("there is no commit, branch or tag '%s' here. %s"
        .formatted(reference, where.formatted(withoutRemote(reference))));
  }

  private static String withoutRemote(String reference) {
    return reference.startsWith("origin/") ? reference.substring("origin/".length()) : reference;
  }

  private static boolean isShallow(Git git) throws GitRefusal {
    return git.ask("rev-parse", "--is-shallow-repository").text().equals("true");
  }

  private static String mergeBase(Git git, String commit, String reference) throws GitRefusal {
    Git.Answer answer = git.ask("merge-base", commit, "HEAD");
    if (answer.isGiven()) {
      return answer.text();
    }
    if (!git.ask("rev-parse", "--verify", "--quiet", "HEAD").isGiven()) {
      throw new GitRefusal("this branch has no commit yet, so nothing can have changed since "
          + reference + ". --staged looks at the first one.");
    }
    throw new GitRefusal(
        isShallow(git)
            ? "the clone is shallow and does not reach back to where this branch left %s. Fetch more: 'git fetch --unshallow', or fetch-depth: 0 in CI."
                .formatted(reference)
            : "this branch and %s have no commit in common.".formatted(reference));
  }

  private static Git.Answer given(Git git, String... words) throws GitRefusal {
    Git.Answer answer = git.ask(words);
    if (!answer.isGiven()) {
      throw new GitRefusal("git " + words[0] + " fails: " + answer.complaint());
    }
    return answer;
  }

  private static List<ChangedFile> diff(Git git, String against) throws GitRefusal {
    List<String> parts = given(
            git,
            "diff",
            "--name-status",
            "-z",
            "-M",
            "-l10000",
            "--no-relative",
            "--no-ext-diff",
            "--ignore-submodules=all",
            against,
            "--")
        .parts();
    List<ChangedFile> files = new ArrayList<>();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      String status = parts.get(i);
      char letter = status.isEmpty() ? ' ' : status.charAt(0);
      if (letter == 'R' || letter == 'C') {
        Kind kind = letter == 'C' ? Kind.ADDED : status.equals("R100") ? Kind.MOVED : Kind.MODIFIED;
        files.add(new ChangedFile(parts.get(i + 2), parts.get(i + 1), kind));
        i++;
      } else {
        String path = parts.get(i + 1);
        files.add(new ChangedFile(path, path, kind(letter)));
      }
    }
    return files;
  }

  private static Kind kind(char letter) {
    return switch (letter) {
      case 'A' -> Kind.ADDED;
      case 'D' -> Kind.DELETED;
      default -> Kind.MODIFIED;
    };
  }

  /** Git sees a rename only where both names are known to it; a new file with an old one's content is one as well. */
  private List<ChangedFile> withMoves() throws GitRefusal {
    List<ChangedFile> result = new ArrayList<>(files);
    for (ChangedFile gone : files) {
      if (gone.kind() == Kind.DELETED && isSql(gone.path())) {
        Optional<byte[]> content = before(gone);
        if (result.remove(new ChangedFile(gone.path(), gone.path(), Kind.ADDED))) {
          stayed(result, gone, content);
          continue;
        }
        Optional<ChangedFile> same = result.stream()
            .filter(file -> file.kind() == Kind.ADDED && isSql(file.path()))
            .filter(file -> content.isPresent() && holds(file.path(), content.get()))
            .findFirst();
        if (same.isPresent()) {
          result.remove(gone);
          result.remove(same.get());
          result.add(new ChangedFile(same.get().path(), gone.path(), Kind.MOVED));
        }
      }
    }
    return result;
  }

  /** A file that git was told to forget, but that still lies there. */
  private void stayed(List<ChangedFile> result, ChangedFile gone, Optional<byte[]> content) {
    result.remove(gone);
    if (content.filter(bytes -> holds(gone.path(), bytes)).isEmpty()) {
      result.add(new ChangedFile(gone.path(), gone.path(), Kind.MODIFIED));
    }
  }

  private static boolean isSql(String path) {
    return path.regionMatches(true, path.length() - 4, ".sql", 0, 4);
  }

  private boolean holds(String path, byte[] content) {
    Path file = top.resolve(path);
    try {
      return Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** What tells these changes from others, as long as the files hold what they hold. */
  public String identity() {
    StringBuilder identity = new StringBuilder(base);
    files.forEach(file -> identity.append('\n').append(file));
    return identity.toString();
  }

  /** What a file held at the reference. */
  Optional<byte[]> before(ChangedFile file) throws GitRefusal {
    Git.Answer answer = git.ask("cat-file", "blob", base + ":" + file.before());
    return answer.isGiven() ? Optional.of(answer.bytes()) : Optional.empty();
  }

  /** What the next commit holds of a file; empty where that is what lies on disk. */
  Optional<byte[]> toCommit(String path) throws GitRefusal {
    if (!staged) {
      return Optional.empty();
    }
    Git.Answer answer = git.ask("cat-file", "blob", ":0:" + path);
    return answer.isGiven() ? Optional.of(answer.bytes()) : Optional.empty();
  }

  /** Whether it is the next commit that is looked at. */
  boolean isStaged() {
    return staged;
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  Path top() {
    return top;
  }

  /** What things changed since, as it was named. */
  String reference() {
    return reference;
  }

  List<ChangedFile> files() {
    return files;
  }
}
