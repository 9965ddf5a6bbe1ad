package dev.redshank.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code redshank { … }} takes, a project for each word of it, in one build. */
final class GradleSettingsTest {
  private static final Path DOCS = Path.of("../docs/gradle.md");
  private static final String FOUND = "1 error, 1 warning, 0 notes in 3 migrations (failOn error).";
  private static final Map<String, String> SAID = new LinkedHashMap<>();

  static {
    SAID.put("skipping", "skip = true");
    SAID.put("ignoring", "ignoreFailures = true");
    SAID.put("patient", "maxAllowedViolations = 1");
    SAID.put("lenient", "failOn = 'never'");
    SAID.put("strict", "failOn = 'warning'; excludes = ['**/V2__*']");
    SAID.put("excluding", "excludes = ['**/V2__*']");
    SAID.put("including", "includes = ['**/V1__*']");
    SAID.put("quiet", "quiet = true");
    SAID.put("misspelt", "failOn = 'eror'");
    SAID.put("formless", "formats = ['htm']");
    SAID.put("ancient", "pgVersion = 13");
    SAID.put("unconfigured", "configFile = file('absent.yml')");
    SAID.put("unknown", "baselineFile = file('absent.json')");
    SAID.put(
        "elsewhere", "outputDirectory = layout.buildDirectory.dir('lint'); formats = ['markdown']");
    SAID.put("configured", "configFile = file('lint.yml')");
  }

  @TempDir
  private static Path home;

  @TempDir
  private Path folder;

  @Test
  void doesWhatIsSaid() throws Exception {
    GradleHome.assemble(
        Path.of(System.getProperty("redshank.gradle.parts")),
        System.getProperty("redshank.gradle.version"),
        home);
    GradleProject project = written();

    String output = project.run("check", "--continue").output();

    assertThat(failures(output))
        .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
            Map.entry("strict", "0 errors, 1 warning, 0 notes in 2 migrations (failOn warning)."),
            Map.entry("quiet", FOUND),
            Map.entry("elsewhere", FOUND),
            Map.entry(
                "documented", "0 errors, 1 warning, 0 notes in 1 migration (failOn warning)."),
            Map.entry("misspelt", "failOn is 'eror'."),
            Map.entry("formless", "There is no format 'htm'."),
            Map.entry("ancient", "pgVersion is 13."),
            Map.entry("unconfigured", "absent.yml: cannot be read."),
            Map.entry("unknown", "absent.json: cannot be read.")));
    assertThat(printed(output, "skipping")).isEqualTo("SKIPPED");
    assertThat(printed(output, "ignoring")).contains("error[index-", FOUND);
    assertThat(printed(output, "patient")).contains("error[index-");
    assertThat(printed(output, "lenient")).contains("error[index-");
    assertThat(printed(output, "excluding")).contains("0 errors, 1 warning, 0 notes in 2 migr");
    assertThat(printed(output, "including")).contains("0 errors, 0 warnings, 0 notes in 1 migr");
    assertThat(printed(output, "configured")).contains("0 errors, 0 warnings, 0 notes in 1 migr");
    assertThat(printed(output, "quiet")).doesNotContain("error[").contains("Report: ");
    assertThat(printed(output, "misspelt")).doesNotContain("error[");
    assertThat(project.file("elsewhere/build/lint/redshank.md")).exists();
    assertThat(project.file("elsewhere/build/reports")).doesNotExist();
    assertThat(printed(output, "documented")).contains("0 errors, 1 warning, 0 notes in 1 migr");
    assertThat(project.file("documented/build/reports/redshank/redshank.md")).exists();
    assertThat(properties(output)).isEqualTo(documented());
  }

  /** What the extension has, as the project {@code documented} prints it. */
  private static Set<String> properties(String output) {
    Matcher printed = Pattern.compile("TAKES (.*)").matcher(output);
    assertThat(printed.find()).isTrue();
    return new TreeSet<>(List.of(printed.group(1).split(" ")));
  }

  /** What the table of properties lists. */
  private static Set<String> documented() throws IOException {
    Set<String> names = new TreeSet<>();
    String page = Files.readString(DOCS);
    String table = page.substring(page.indexOf("| property |"));
    Matcher row = Pattern.compile("(?m)^\\|([^|]+)\\|").matcher(table);
    while (row.find()) {
      Matcher name = Pattern.compile("`(\\w+)`").matcher(row.group(1));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }

  private static String snippet() throws IOException {
    String page = Files.readString(DOCS);
    String begin = "```groovy\n";
    int at = page.indexOf(begin, page.indexOf("<!-- settings -->")) + begin.length();
    return page.substring(at, page.indexOf("```", at));
  }

  /** The beginning of what went wrong, up to the end of its first sentence, by project. */
  private static Map<String, String> failures(String output) {
    Map<String, String> failures = new HashMap<>();
    Matcher failed =
        Pattern.compile("task ':(\\w+):redshankCheck'\\.\\R> (.*?\\.)(?= |\\R)").matcher(output);
    while (failed.find()) {
      failures.put(failed.group(1), failed.group(2));
    }
    return failures;
  }

  /** What a project's check printed, up to the next task or the end. */
  private static String printed(String output, String name) {
    String begin = "> Task :" + name + ":redshankCheck";
    String from = output.substring(output.indexOf(begin) + begin.length());
    return from.split("> Task |FAILURE: ", 2)[0].strip();
  }

  private GradleProject written() throws IOException {
    GradleProject project = new GradleProject(home, folder);
    project.write(
        "build.gradle",
        GradleProject.buildscript()
            + "subprojects { apply plugin: 'base'; apply plugin: 'dev.redshank' }\n");
    for (Map.Entry<String, String> said : SAID.entrySet()) {
      project.write(said.getKey() + "/build.gradle", "redshank { " + said.getValue() + " }\n");
      String sql = said.getKey() + "/src/main/resources/db/migration/";
      project.write(sql + "V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);\n");
      project.write(sql + "V2__index.sql", "CREATE INDEX orders_id ON orders (id);\n");
      project.write(sql + "V3__paid.sql", "ALTER TABLE orders ADD COLUMN paid boolean;\n");
    }
    project.write(
        "settings.gradle", "include '" + String.join("', '", SAID.keySet()) + "', 'documented'\n");
    project.write(
        "documented/build.gradle",
        snippet()
            + "println 'TAKES ' + dev.redshank.gradle.RedshankExtension.declaredMethods*.name\n"
            + "    .collect { it[3].toLowerCase() + it[4..-1] }.join(' ')\n");
    project.write(
        "documented/db/changes/V1__paid.sql", "ALTER TABLE orders ADD COLUMN paid boolean;\n");
    project.write("configured/lint.yml", "paths: [changes]\n");
    project.write("configured/changes/V1__a.sql", "SELECT 1;\n");
    return project;
  }
}
