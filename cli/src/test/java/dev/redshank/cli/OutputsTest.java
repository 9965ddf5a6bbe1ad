package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Findings go where they are asked to go, or somebody is told before anything runs. */
final class OutputsTest {
  private static final String RULE = "index-without-concurrently";
  private static final Map<String, String> ACTIONS = Map.of("GITHUB_ACTIONS", "true");

  @TempDir
  Path folder;

  @BeforeEach
  void writeMigration() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "CREATE INDEX i ON orders (at);\n");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void refuses(String words, String... options) throws IOException {
    String[] args =
        Stream.concat(Stream.of("lint", "a.sql"), Stream.of(options)).toArray(String[]::new);
    List<String> before = names();
    Run run = Run.in(folder, args);
    assertThat(run.err()).contains(words);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void writesSeveralFormatsAtOnceBesideTheText() throws IOException {
    Run run = Run.in(
        folder, "lint", "a.sql", "--output", "gitlab=gl.json", "--output", "JUnit=junit.xml");
    assertThat(run.out()).contains("error[" + RULE + "]: ");
    assertThat(run.code()).isEqualTo(1);
    assertThat(names()).containsExactly("a.sql", "gl.json", "junit.xml");
    assertThat(folder.resolve("gl.json")).content().startsWith("[ {").contains(RULE);
    assertThat(folder.resolve("junit.xml")).content().startsWith("<?xml").contains(RULE);
  }

  @Test
  void writesTheFormatToAFileInsteadOfStandardOutput() {
    Run run = Run.in(folder, "lint", "a.sql", "--format", "concise", "--output", "out.txt");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(folder.resolve("out.txt")).content().startsWith("a.sql:1:19: error[" + RULE + "] ");
  }

  @Test
  void writesNoColourToAFileUnlessAlways() {
    Run.in(folder, "lint", "a.sql", "--output", "text=plain.txt");
    Run.in(folder, "lint", "a.sql", "--color", "always", "--output", "text=colour.txt");
    assertThat(folder.resolve("plain.txt")).content().contains(RULE).doesNotContain("\u001b");
    assertThat(folder.resolve("colour.txt")).content().contains("\u001b[1;31m");
  }

  @Test
  void takesAnEqualsSignBehindAFolderForPartOfTheName() {
    Run.in(folder, "lint", "a.sql", "--output", "json=./a=b.json", "--output", "./c=d.txt");
    assertThat(folder.resolve("a=b.json")).exists();
    assertThat(folder.resolve("c=d.txt")).exists();
  }

  @Test
  void offersTheNearestFormat() throws IOException {
    refuses("There is no format 'chekstyle'. Did you mean 'checkstyle'?", "--format", "chekstyle");
    refuses("There is no format 'gitlb'. Did you mean 'gitlab'?", "--output", "gitlb=x.json");
    refuses("There is no format 'auto'.", "--output", "auto=x.txt");
  }

  @Test
  void refusesTheSameFileTwice() throws IOException {
    refuses(
        "json and gitlab go to the same file",
        "--output",
        "json=x.json",
        "--output",
        "gitlab=./x.json");
    Files.writeString(folder.resolve("x.json"), "yesterday's");
    Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("x.json"));
    refuses("go to the same file", "--output", "json=x.json", "--output", "gitlab=link.json");
    assertThat(folder.resolve("x.json")).hasContent("yesterday's");
  }

  @Test
  void refusesAFileThatCannotBeWrittenBeforeAnythingRuns() throws IOException {
    Files.createDirectories(folder.resolve("folder"));
    refuses("there is no folder for nowhere/x.xml", "--output", "junit=nowhere/x.xml");
    refuses("folder cannot be written", "--output", "junit=x.xml", "--output", "json=folder");
    refuses("--output", "--output", "json=");
  }

  @Test
  void refusesToWriteOverAMigration() throws IOException {
    refuses("a.sql is a migration that is read here", "--output", "a.sql");
    assertThat(folder.resolve("a.sql")).hasContent("CREATE INDEX i ON orders (at);\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysThatTheDiskIsFullAndWritesTheRest() throws IOException {
    Run run = Run.in(
        folder, "lint", "a.sql", "--output", "json=/dev/full", "--output", "junit=junit.xml");
    assertThat(run.err()).contains("cannot write /dev/full (").contains("No space left on device");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains(RULE);
    assertThat(folder.resolve("junit.xml")).content().endsWith("</testsuites>\n");
    assertThat(names()).containsExactly("a.sql", "junit.xml");
  }

  @Test
  void autoIsTextWhereNobodyReadsAnnotations() {
    assertThat(Run.in(folder, "lint", "--format", "auto", "a.sql"))
        .isEqualTo(Run.in(folder, "lint", "a.sql"));
  }

  @Test
  void autoAddsAnnotationsInGithubActions() {
    Run run = Run.among(ACTIONS, folder, "lint", "--format", "auto", "a.sql");
    String text = Run.in(folder, "lint", "a.sql").out();
    assertThat(run.out()).startsWith(text);
    assertThat(run.out().substring(text.length())).startsWith("::error file=a.sql,line=1,");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void textStaysTextInGithubActions() {
    assertThat(Run.among(ACTIONS, folder, "lint", "a.sql"))
        .isEqualTo(Run.in(folder, "lint", "a.sql"));
  }

  @Test
  void autoAnnotatesAlsoWhenTheTextGoesToAFile() {
    Run run =
        Run.among(ACTIONS, folder, "lint", "--format", "auto", "--output", "out.txt", "a.sql");
    assertThat(run.out()).startsWith("::error file=a.sql,line=1,");
    assertThat(folder.resolve("out.txt")).content().startsWith("error[" + RULE + "]: ");
  }

  private void summarize(String name, String text) {
    java.io.StringWriter err = new java.io.StringWriter();
    Console console = new Console(
        new java.io.StringWriter(),
        err,
        java.io.InputStream.nullInputStream(),
        Map.of("GITHUB_STEP_SUMMARY", name),
        false,
        folder);
    new JobSummary(console).add(out -> out.write(text));
    said = err.toString();
  }

  private String said = "";

  @Test
  void jobSummaryGrowsByEachStep() {
    String page = folder.resolve("summary.md").toString();
    summarize(page, "# one\n");
    summarize(page, "# two\n");
    assertThat(folder.resolve("summary.md")).hasContent("# one\n# two\n");
    assertThat(said).isEmpty();
  }

  @Test
  void jobSummaryKeepsWhatIsThereWhenGithubWouldDropTheWhole() {
    String page = folder.resolve("summary.md").toString();
    summarize(page, "# one\n");
    summarize(page, "x".repeat(1 << 20));
    assertThat(folder.resolve("summary.md")).hasContent("# one\n");
    assertThat(said).contains("the job summary is left out");
  }

  @Test
  void jobSummaryThatCannotBeWrittenIsTold() {
    summarize(folder.resolve("nowhere/summary.md").toString(), "# one\n");
    assertThat(said).contains("the job summary cannot be written");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }
}
