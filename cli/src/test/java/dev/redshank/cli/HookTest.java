package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Hooks before a commit, to which git tells by variables which repository and which index they are about. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class HookTest {
  private static final String INDEX = "CREATE INDEX i ON t1 (note);\n";
  private static final String FOUND = "db/V2__new.sql:1:19: error[index-without-concurrently]";

  @TempDir
  Path temporary;

  private GitRepository repository;

  @BeforeEach
  void haveARepositoryWithAHook() throws IOException {
    repository = GitRepository.in(temporary.resolve("shop"));
    repository.file("redshank.yml", "paths: [db]\n");
    repository.file("db/V1__a.sql", "CREATE TABLE t1 (id bigint PRIMARY KEY, note text);\n");
    repository.commit("One");
    hook(repository, "lint --staged --format concise");
  }

  private void hook(GitRepository of, String command) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path hook = of.folder().resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(
        hook,
        "#!/bin/sh\n'%s' -cp '%s' dev.redshank.cli.Main %s > '%s' 2>&1\nexit 0\n"
            .formatted(java, TestClassPath.value(), command, temporary.resolve("said")));
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  private String said() throws IOException {
    return Files.readString(temporary.resolve("said"));
  }

  @Test
  void lookAtTheIndexOfAnotherWorktree() throws IOException {
    Path tree = temporary.resolve("tree");
    repository.git("worktree", "add", "--quiet", tree.toString(), "-b", "other");
    GitRepository.at(tree).file("db/V2__new.sql", INDEX).commit("Two");
    assertThat(said()).startsWith(FOUND);
  }

  @Test
  void lookAtTheIndexThatOnlyThisCommitHas() throws IOException {
    repository.file("db/V2__new.sql", "SELECT 1;\n").file("db/V3__new.sql", INDEX);
    repository.git("add", "--all");
    repository.file("db/V2__new.sql", INDEX);
    repository.git("commit", "--quiet", "--message", "Two", "--only", "db/V2__new.sql");
    assertThat(said()).startsWith(FOUND).doesNotContain("V3__new.sql");
  }

  @Test
  void lookAtTheirOwnIndexFromASubfolder() throws IOException {
    repository.file("db/V2__new.sql", INDEX).git("add", "--all");
    GitRepository.at(repository.folder().resolve("db")).git("commit", "--quiet", "-m", "Two");
    assertThat(said()).startsWith(FOUND);
  }

  @Test
  void doNotTakeASubmoduleForTheirRepository() throws IOException {
    GitRepository outer = GitRepository.in(temporary.resolve("outer"));
    outer.git("submodule", "--quiet", "add", repository.folder().toString(), "shop");
    GitRepository inner = GitRepository.at(outer.folder().resolve("shop"));
    inner.file("db/V2__new.sql", INDEX).git("add", "--all");
    hook(outer, "lint --staged --format concise shop/db");
    outer.commit("With the shop");
    assertThat(said()).startsWith("shop/" + FOUND);
  }
}
