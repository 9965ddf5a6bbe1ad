package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository that a test builds with the real git, whatever the developer's own settings are. */
final class GitRepository {
  private final Path folder;

  private GitRepository(Path folder) {
    this.folder = folder;
  }

  static GitRepository in(Path folder) throws IOException {
    Files.createDirectories(folder);
    GitRepository repository = new GitRepository(folder);
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  /** One that is there already, such as a clone. */
  static GitRepository at(Path folder) {
    return new GitRepository(folder);
  }

  Path folder() {
    return folder;
  }

  String git(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "Ada");
      environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
      environment.put("GIT_" + who + "_DATE", "2026-11-20T12:00:00Z");
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as("git %s: %s", command, output).isZero();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    return output;
  }

  GitRepository file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  GitRepository commit(String message) throws IOException {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
    return this;
  }
}
