package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository of 200 migrations in which a branch adds, renames, edits and deletes some, with the real git, in every mode. */
final class ChangedTest {
  private static final String INDEX = "index-without-concurrently";

  @TempDir
  Path temporary;

  private GitRepository repository;

  @BeforeEach
  void haveAnOldRepository() throws IOException {
    repository = GitRepository.in(temporary.resolve("shop"));
    repository.file("redshank.yml", "paths: [db]\ntimeouts: {lock: 2s}\n");
    for (int number = 1; number <= 200; number++) {
      repository.file("db/V%d__step.sql".formatted(number), migration(number));
    }
    repository.file("db/R__views.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS one;\n");
    repository.file("db/U200__step.sql", "DROP TABLE IF EXISTS t200;\n");
    repository.file("db/afterMigrate.sql", "ANALYZE;\n");
    repository.commit("Two hundred steps");
    repository.git("checkout", "--quiet", "-b", "feature");
  }

  /** Every tenth one builds an index on the table of the step before. */
  private static String migration(int number) {
    String table = "CREATE TABLE t%d (id bigint PRIMARY KEY, note text);\n".formatted(number);
    return number % 10 == 0 ? table + index(number, number - 1) : table;
  }

  private static String index(int name, int table) {
    return "CREATE INDEX i%d ON t%d (note);\n".formatted(name, table);
  }

  /** Rule and place of each finding. */
  private static List<String> findings(Path folder, String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("lint", "--format", "json"));
    args.addAll(List.of(options));
    Run run = Run.in(folder, args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isLessThan(2);
    JsonNode json = new ObjectMapper().readTree(run.out());
    List<String> findings = new ArrayList<>();
    json.get("findings")
        .forEach(one -> findings.add(one.get("rule").asText() + " "
            + one.get("path").asText() + ":" + one.at("/start/line").asText()));
    return findings;
  }

  private List<String> changed() throws IOException {
    return findings(repository.folder(), "--changed-since", "main");
  }

  /** What every tenth migration and the last one's undo script give. */
  private static List<String> everyDanger() {
    List<String> dangers = new ArrayList<>();
    for (int number = 10; number <= 200; number += 10) {
      dangers.add(INDEX + " db/V%d__step.sql:2".formatted(number));
    }
    dangers.add("down-migration-loses-data db/U200__step.sql:1");
    return dangers;
  }

  @Test
  void reportsEveryDangerOfTheRepository() throws IOException {
    assertThat(findings(repository.folder())).containsExactlyInAnyOrderElementsOf(everyDanger());
  }

  /** What the deploy itself creates is empty: the last table only when it begins behind it. */
  @Test
  void reportsTheDeployThatBeginsWithAVersion() throws IOException {
    String undo = "down-migration-loses-data db/U200__step.sql:1";
    assertThat(findings(repository.folder(), "--since", "190"))
        .containsExactlyInAnyOrder(INDEX + " db/V190__step.sql:2", undo);
    assertThat(findings(repository.folder(), "--since", "191")).containsExactly(undo);
    assertThat(findings(repository.folder(), "--since", "200"))
        .containsExactlyInAnyOrder(INDEX + " db/V200__step.sql:2", undo);
  }

  @Test
  void reportsNothingWhereNothingChanged() throws IOException {
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "main");
    assertThat(run.out())
        .isEqualTo("No findings in 202 migrations, 222 statements, 0 migrations under review.\n");
    assertThat(run.code()).isZero();
  }

  private void writeBaseline() {
    Run run = Run.in(repository.folder(), "lint", "--write-baseline", "known.json");
    assertThat(run.err()).isEqualTo("redshank: wrote 21 findings to known.json.\n");
  }

  @Test
  void reportsNothingThatABaselineKnows() throws IOException {
    writeBaseline();
    assertThat(findings(repository.folder(), "--baseline", "known.json")).isEmpty();
  }

  @Test
  void reportsOnlyWhatABranchMakesNewBesideABaseline() throws IOException {
    writeBaseline();
    changeMuchOnABranch();
    assertThat(findings(repository.folder(), "--baseline", "known.json"))
        .containsExactlyInAnyOrder(
            INDEX + " db/V201__new.sql:1",
            INDEX + " db/V202__uncommitted.sql:1",
            "baseline-entry-stale known.json:19");
    assertThat(findings(repository.folder(), "--baseline", "known.json", "--changed-since", "main"))
        .containsExactlyInAnyOrder(
            INDEX + " db/V201__new.sql:1",
            INDEX + " db/V202__uncommitted.sql:1",
            "applied-migration-edited db/V30__step.sql:1",
            "applied-migration-deleted db/V40__step.sql:1",
            "applied-migration-deleted db/V60__another.sql:1");
  }

  @Test
  void reportsWhatABranchAddsRenamesEditsAndDeletes() throws IOException {
    changeMuchOnABranch();
    assertThat(changed())
        .containsExactlyInAnyOrder(
            INDEX + " db/V201__new.sql:1",
            INDEX + " db/V202__uncommitted.sql:1",
            "applied-migration-edited db/V30__step.sql:1",
            INDEX + " db/V30__step.sql:3",
            "applied-migration-deleted db/V40__step.sql:1",
            "applied-migration-deleted db/V60__another.sql:1",
            "down-migration-loses-data db/U200__step.sql:1");
  }

  /** Nothing that ends up on main alone, and nothing that only moves, is the branch's doing. */
  private void changeMuchOnABranch() throws IOException {
    repository.file("db/V201__new.sql", index(201, 7));
    Files.createDirectories(repository.folder().resolve("db/2020"));
    repository.git("mv", "db/V50__step.sql", "db/2020/V50__step.sql");
    repository.git("mv", "db/V60__step.sql", "db/V60__another.sql");
    repository.file("db/V30__step.sql", "-- a word\n" + migration(30));
    Files.delete(repository.folder().resolve("db/V40__step.sql"));
    repository.file("db/R__views.sql", "CREATE OR REPLACE VIEW v AS SELECT 2 AS one;\n");
    repository.file("db/U200__step.sql", "DROP TABLE IF EXISTS t200; -- really\n");
    Files.delete(repository.folder().resolve("db/afterMigrate.sql"));
    repository.commit("Much at once");
    repository.git("checkout", "--quiet", "main");
    repository.file("db/V203__main.sql", index(203, 8)).commit("Meanwhile");
    repository.git("checkout", "--quiet", "feature");
    repository.file("db/V202__uncommitted.sql", index(202, 9));
  }

  @Test
  void readsWhatDidNotChangeForKnowledge() throws IOException {
    repository.file("db/V201__new.sql", "ALTER TABLE t5 ALTER COLUMN note SET NOT NULL;\n");
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "main");
    assertThat(run.out())
        .contains("set-not-null-without-check")
        .doesNotContain("no migration that was read creates")
        .contains("203 migrations, 223 statements, 1 migration under review");
  }

  @Test
  void takesTheChangedMigrationsForOneDeploy() throws IOException {
    repository.file("db/V201__new.sql", "CREATE TABLE fresh (id bigint PRIMARY KEY);\n");
    repository.file("db/V202__new.sql", "CREATE INDEX fresh_id ON fresh (id);\n");
    assertThat(changed()).isEmpty();
  }

  @Test
  void takesWhatLiesBetweenChangedMigrationsForOld() throws IOException {
    repository.file("db/V9_1__new.sql", "SELECT 1;\n");
    repository.file("db/V201__new.sql", index(201, 100));
    assertThat(changed()).containsExactly(INDEX + " db/V201__new.sql:1");
  }

  @Test
  void knowsMigrationsThatAreCalledTheSameByTheirFolders() throws IOException {
    GitRepository prisma = GitRepository.in(temporary.resolve("prisma"));
    prisma.file("migrations/2023_a/migration.sql", migration(1));
    prisma.file("migrations/2024_b/migration.sql", migration(10)).commit("Two");
    prisma.git("checkout", "--quiet", "-b", "feature");
    prisma.git("mv", "migrations/2024_b", "migrations/2024_c");
    List<String> found = findings(prisma.folder(), "--changed-since", "main", "migrations");
    assertThat(found)
        .containsExactly("applied-migration-deleted migrations/2024_c/migration.sql:1");
    assertThat(findings(prisma.folder(), "--since", "2024_c", "migrations"))
        .containsExactly(INDEX + " migrations/2024_c/migration.sql:2");
  }

  @Test
  void knowsARenameThatIsNotCommitted() throws IOException {
    Files.createDirectories(repository.folder().resolve("db/old"));
    Files.move(
        repository.folder().resolve("db/V50__step.sql"),
        repository.folder().resolve("db/old/V50__step.sql"));
    assertThat(changed()).isEmpty();
  }

  @Test
  void hasTheVerdictOfTheDeploy() throws IOException {
    repository.file("db/V201__new.sql", "ALTER TABLE t3 ADD COLUMN a int;\n" + index(201, 7));
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "main");
    assertThat(run.out())
        .contains("● Lock-queue freeze           1 error")
        .contains("Tables in use that are locked, in order:\n"
            + "  ACCESS EXCLUSIVE        t3  V201__new.sql:1:1\n"
            + "  SHARE                   t7  V201__new.sql:2:1\n");
  }

  @Test
  void listsTablesWhereTheirStrongestLocksAreTaken() throws IOException {
    repository.file("db/V201__new.sql", index(201, 7));
    repository.file("db/V202__new.sql", "ALTER TABLE t3 ADD a int;\nALTER TABLE t7 ADD a int;\n");
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "main");
    assertThat(run.out())
        .contains("  ACCESS EXCLUSIVE        t3  V202__new.sql:1:1\n"
            + "  ACCESS EXCLUSIVE        t7  V202__new.sql:2:1\n");
  }

  @Test
  void hasTheVerdictOfTheDeployInTheJson() throws IOException {
    repository.file(
        "db/V201__new.sql",
        index(201, 7) + "ALTER TABLE t3 RENAME COLUMN note TO notes;\n"
            + "-- redshank:allow column-dropped reason='nobody reads it'\n"
            + "ALTER TABLE t4 DROP COLUMN note;\nALTER TABLE t7 ADD COLUMN a int;\n");
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "main", "--format", "json");
    JsonNode verdict = new ObjectMapper().readTree(run.out()).get("verdict");
    List<String> states = new ArrayList<>();
    verdict.get("modes").forEach(mode -> states.add(mode.get("state").asText()));
    assertThat(states).hasSize(9).contains("clear", "warned", "tripped", "suppressed");
    List<String> tables = new ArrayList<>();
    verdict
        .get("tables")
        .forEach(table ->
            tables.add(table.get("relation").asText() + " " + table.get("mode").asText()));
    assertThat(tables)
        .containsExactly("t3 ACCESS EXCLUSIVE", "t4 ACCESS EXCLUSIVE", "t7 ACCESS EXCLUSIVE");
  }

  @Test
  void offersTheConfigurationForAMigrationThatExists() throws IOException {
    repository.file("db/V30__step.sql", "-- a word\n" + migration(30));
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "main");
    String entry =
        "- {rule: index-without-concurrently, path: \"db/V30__step.sql\", reason: \"…\"}";
    assertThat(run.out()).contains(entry).doesNotContain("-- redshank:allow");
    repository.file(
        "redshank.yml",
        "paths: [db]\ntimeouts: {lock: 2s}\nallow:\n  " + entry
            + "\n  - {rule: applied-migration-edited, path: db/V30__step.sql, reason: never ran}\n");
    assertThat(changed()).isEmpty();
  }

  @Test
  void reportsOnlyWhatIsStaged() throws IOException {
    repository.file("db/V201__committed.sql", index(201, 7)).commit("One");
    repository.file("db/V202__staged.sql", index(202, 8));
    repository.git("add", "db/V202__staged.sql");
    repository.file("db/V203__untracked.sql", index(203, 9));
    assertThat(findings(repository.folder(), "--staged"))
        .containsExactly(INDEX + " db/V202__staged.sql:1");
  }

  @Test
  void readsStagedMigrationsAsTheyWillBeCommitted() throws IOException {
    repository.file("db/V202__staged.sql", index(202, 8));
    repository.git("add", "db/V202__staged.sql");
    repository.file("db/V202__staged.sql", "SELECT 1;\n");
    assertThat(findings(repository.folder(), "--staged"))
        .containsExactly(INDEX + " db/V202__staged.sql:1");
  }

  @Test
  void reportsAnAppliedMigrationThatTheNextCommitForgets() throws IOException {
    repository.git("rm", "--quiet", "--cached", "db/V40__step.sql");
    assertThat(findings(repository.folder(), "--staged"))
        .containsExactly("applied-migration-deleted db/V40__step.sql:1");
  }

  @Test
  void looksAtAForgottenMigrationAsItLiesThere() throws IOException {
    repository.git("rm", "--quiet", "--cached", "db/V40__step.sql");
    assertThat(changed()).isEmpty();
    repository.file("db/V40__step.sql", "-- a word\n" + migration(40));
    assertThat(changed())
        .containsExactly(
            "applied-migration-edited db/V40__step.sql:1", INDEX + " db/V40__step.sql:3");
  }

  @Test
  void refusesToPassOverAStagedMigrationThatIsGone() throws IOException {
    repository.file("db/V202__staged.sql", index(202, 8));
    repository.git("add", "--all");
    Files.delete(repository.folder().resolve("db/V202__staged.sql"));
    Run run = Run.in(repository.folder(), "lint", "--staged");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("--staged: db/V202__staged.sql is staged, but gone from its folder.")
        .contains("'git restore'");
  }

  @Test
  void looksAtTheFirstCommit() throws IOException {
    GitRepository fresh = GitRepository.in(temporary.resolve("fresh"));
    fresh.file("V1__a.sql", index(1, 1));
    fresh.git("add", "--all");
    assertThat(findings(fresh.folder(), "--staged", ".")).contains(INDEX + " V1__a.sql:1");
    Run run = Run.in(fresh.folder(), "lint", "--changed-since", "HEAD", ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no commit, branch or tag 'HEAD' here");
  }

  @Test
  void worksFromASubfolderAndAWorktree() throws IOException {
    repository.file("db/V201__new.sql", index(201, 7)).commit("One");
    Files.createDirectories(repository.folder().resolve("src/deep"));
    List<String> expected = List.of(INDEX + " db/V201__new.sql:1");
    assertThat(findings(repository.folder().resolve("src/deep"), "--changed-since", "main"))
        .isEqualTo(expected);
    repository.git(
        "worktree", "add", "--quiet", temporary.resolve("tree").toString(), "-b", "other");
    assertThat(findings(temporary.resolve("tree"), "--changed-since", "main")).isEqualTo(expected);
  }

  @Test
  void worksWithADetachedHead() throws IOException {
    repository.file("db/V201__new.sql", index(201, 7)).commit("One");
    repository.git("checkout", "--quiet", "--detach");
    assertThat(changed()).containsExactly(INDEX + " db/V201__new.sql:1");
  }

  @Test
  void worksInASubmoduleAndFromAroundIt() throws IOException {
    GitRepository outer = GitRepository.in(temporary.resolve("outer"));
    outer.git("submodule", "--quiet", "add", "-b", "main", repository.folder().toString(), "shop");
    outer.commit("With the shop");
    GitRepository inner = GitRepository.at(outer.folder().resolve("shop"));
    inner.file("db/V201__new.sql", index(201, 7));
    assertThat(findings(inner.folder(), "--changed-since", "main"))
        .containsExactly(INDEX + " db/V201__new.sql:1");
    assertThat(findings(outer.folder(), "--rule", INDEX, "--changed-since", "main", "shop/db"))
        .containsExactly(INDEX + " shop/db/V201__new.sql:1");
  }

  @Test
  void saysWhatToFetchIntoAShallowClone() throws IOException {
    repository.file("db/V201__new.sql", index(201, 7)).commit("One");
    repository.git("checkout", "--quiet", "main");
    repository.file("db/V202__main.sql", index(202, 8)).commit("Meanwhile");
    Path clone = temporary.resolve("clone");
    repository.git(
        "clone",
        "--quiet",
        "--depth=1",
        "--branch=feature",
        "file://" + repository.folder(),
        clone.toString());
    Run missing = Run.in(clone, "lint", "--changed-since", "origin/main");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err())
        .contains("there is no commit, branch or tag 'origin/main' here. The clone is shallow")
        .contains("'git fetch origin main'");
    GitRepository.at(clone)
        .git("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");
    Run apart = Run.in(clone, "lint", "--changed-since", "origin/main");
    assertThat(apart.code()).isEqualTo(2);
    assertThat(apart.err()).contains("the clone is shallow").contains("git fetch --unshallow");
    GitRepository.at(clone).git("fetch", "--quiet", "--unshallow", "origin");
    GitRepository.at(clone).git("fetch", "--quiet", "origin", "main:refs/remotes/origin/main");
    assertThat(findings(clone, "--changed-since", "origin/main"))
        .containsExactly(INDEX + " db/V201__new.sql:1");
  }

  @Test
  void saysThatThereIsNoSuchReference() {
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "origin/mian");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("--changed-since origin/mian: there is no commit, branch or tag");
    assertThat(Run.in(repository.folder(), "lint", "--changed-since=--upload-pack=x")
            .err())
        .contains("there is no commit, branch or tag '--upload-pack=x'");
    assertThat(repository.folder().resolve("x")).doesNotExist();
    assertThat(Run.in(repository.folder(), "lint", "--changed-since", "").err())
        .contains("the reference is empty. Name a branch, tag or commit");
  }

  @Test
  void saysThatThereIsNoRepository() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("plain"));
    Files.writeString(folder.resolve("a.sql"), index(1, 1));
    Run run = Run.in(folder, "lint", "--changed-since", "main", "a.sql");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is in no git repository");
  }

  @Test
  void saysThatTwoBranchesHaveNothingInCommon() throws IOException {
    repository.git("checkout", "--quiet", "--orphan", "island");
    repository.commit("Alone");
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "main");
    assertThat(run.err()).contains("this branch and main have no commit in common");
  }

  @Test
  void refusesTwoAnswersToOneQuestion() {
    Path folder = repository.folder();
    assertThat(Run.in(folder, "lint", "--staged", "--changed-since", "main").code())
        .isEqualTo(2);
    assertThat(Run.in(folder, "lint", "--since", "7", "--staged").err()).contains("Leave one out");
    assertThat(Run.in(folder, "lint", "--staged", "-").err()).contains("standard input");
  }

  @Test
  void readsNamesWithSpacesQuotesLineBreaksAndLetters() throws IOException {
    List<String> names = List.of(
        "V201__a b.sql", "V202__it's \"new\".sql", "V203__two\nlines.sql", "V204__größe_表.sql");
    for (String name : names) {
      repository.file("db/" + name, index(201 + names.indexOf(name), 7));
    }
    repository.commit("Odd names");
    assertThat(changed())
        .containsExactlyElementsOf(
            names.stream().map(name -> INDEX + " db/" + name + ":1").toList());
    Run run = Run.in(repository.folder(), "lint", "--changed-since", "main");
    assertThat(run.out()).contains("V203__two\\u000alines.sql:1");
  }

  @Test
  void ignoresWhatIsNoMigration() throws IOException {
    repository.file("docs/V1__not.sql", index(1, 1));
    repository.file("db/notes.txt", "CREATE INDEX");
    repository.commit("Documents");
    repository.git("mv", "docs/V1__not.sql", "docs/V2__not.sql");
    assertThat(changed()).isEmpty();
  }

  @Test
  void reportsADraftThatBecomesAMigration() throws IOException {
    repository.git("checkout", "--quiet", "main");
    repository.file("drafts/V201__new.sql", index(201, 7)).commit("A draft");
    repository.git("checkout", "--quiet", "-B", "feature");
    repository.git("mv", "drafts/V201__new.sql", "db/V201__new.sql");
    assertThat(changed()).containsExactly(INDEX + " db/V201__new.sql:1");
  }

  @Test
  void explainsOnlyWhatChanged() throws IOException {
    repository.file("db/V201__new.sql", index(201, 7));
    Run run = Run.in(repository.folder(), "explain", "--changed-since", "main");
    assertThat(run.out())
        .startsWith("db/V201__new.sql\n")
        .contains("SHARE")
        .doesNotContain("V10__");
  }
}
