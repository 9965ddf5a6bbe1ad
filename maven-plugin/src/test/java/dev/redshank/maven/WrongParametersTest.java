package dev.redshank.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** What nobody can mean stops every goal that is told it, with a message that says what is known instead. */
@MojoTest
@Basedir(ParametersTest.SHOP)
final class WrongParametersTest {
  private static void assertRefusal(String message, RedshankMojo... goals) {
    for (RedshankMojo goal : goals) {
      assertThatExceptionOfType(MojoExecutionException.class)
          .as(goal.getClass().getSimpleName())
          .isThrownBy(goal::execute)
          .withMessage(message);
    }
  }

  private static String inShop(RedshankMojo goal, String file) {
    return goal.project.getBasedir().toPath().resolve(file).toString();
  }

  @Test
  @MojoParameter(name = "pgVersion", value = "9.6")
  void pgVersion(
      @InjectMojo(goal = "baseline") BaselineMojo baseline,
      @InjectMojo(goal = "check") CheckMojo check,
      @InjectMojo(goal = "explain") ExplainMojo explain,
      @InjectMojo(goal = "report") ReportMojo report) {
    assertRefusal(
        "The parameter pgVersion is '9.6'. Known are 14, 15, 16, 17, 18.",
        baseline,
        check,
        explain,
        report);
  }

  @Test
  @MojoParameter(name = "configFile", value = "nowhere.yml")
  void configFile(
      @InjectMojo(goal = "baseline") BaselineMojo baseline,
      @InjectMojo(goal = "check") CheckMojo check,
      @InjectMojo(goal = "explain") ExplainMojo explain,
      @InjectMojo(goal = "report") ReportMojo report) {
    assertRefusal(
        "There is no file %s, which the parameter configFile names."
            .formatted(inShop(check, "nowhere.yml")),
        baseline,
        check,
        explain,
        report);
  }

  @Test
  @MojoParameter(name = "baselineFile", value = "nowhere.json")
  void baselineFile(
      @InjectMojo(goal = "check") CheckMojo check,
      @InjectMojo(goal = "explain") ExplainMojo explain,
      @InjectMojo(goal = "report") ReportMojo report) {
    assertRefusal(
        "There is no file %s, which the parameter baselineFile names. The goal redshank:baseline writes it."
            .formatted(inShop(check, "nowhere.json")),
        check,
        explain,
        report);
  }

  @Test
  @MojoParameter(name = "changedSince", value = "no-such-branch")
  void changedSince(
      @InjectMojo(goal = "check") CheckMojo check,
      @InjectMojo(goal = "explain") ExplainMojo explain,
      @InjectMojo(goal = "report") ReportMojo report) {
    assertRefusal(
        "changedSince no-such-branch: there is no commit, branch or tag 'no-such-branch' here."
            + " Check the spelling, or fetch it first: 'git fetch origin'.",
        check,
        explain,
        report);
  }

  @Test
  @MojoParameter(name = "changedSince", value = "HEAD")
  void changedSinceOfABaseline(@InjectMojo(goal = "baseline") BaselineMojo baseline) {
    assertRefusal(
        "A baseline lists the findings of every migration. Leave out redshank.changedSince.",
        baseline);
  }

  @Test
  @MojoParameter(name = "sources", value = "db/migrations")
  void sources(
      @InjectMojo(goal = "baseline") BaselineMojo baseline,
      @InjectMojo(goal = "check") CheckMojo check,
      @InjectMojo(goal = "explain") ExplainMojo explain,
      @InjectMojo(goal = "report") ReportMojo report) {
    String message =
        "db/migrations: there is no such file or folder. Check the spelling and the working directory.";
    assertRefusal(message, check, explain, report);
    assertRefusal(
        message + "\nThe baseline is not written, as not everything could be read.", baseline);
  }

  @Test
  @MojoParameter(name = "includes", value = "**/[a")
  void includes(
      @InjectMojo(goal = "baseline") BaselineMojo baseline,
      @InjectMojo(goal = "check") CheckMojo check,
      @InjectMojo(goal = "explain") ExplainMojo explain,
      @InjectMojo(goal = "report") ReportMojo report) {
    assertRefusal(
        "A pattern of includes or excludes cannot be read: Missing '] near index 4\n**/[a\n    ^",
        baseline,
        check,
        explain,
        report);
  }

  @Test
  @MojoParameter(name = "excludes", value = "**/{a")
  void excludes(
      @InjectMojo(goal = "baseline") BaselineMojo baseline,
      @InjectMojo(goal = "check") CheckMojo check,
      @InjectMojo(goal = "explain") ExplainMojo explain,
      @InjectMojo(goal = "report") ReportMojo report) {
    assertRefusal(
        "A pattern of includes or excludes cannot be read: Missing '} near index 4\n**/{a\n    ^",
        baseline,
        check,
        explain,
        report);
  }

  @Test
  @MojoParameter(name = "formats", value = "html,pdf")
  void formats(
      @InjectMojo(goal = "check") CheckMojo check, @InjectMojo(goal = "report") ReportMojo report) {
    assertRefusal(
        "There is no format 'pdf'. Known are text, json, concise, github, gitlab, junit, checkstyle,"
            + " rdjson, markdown, sarif, html.",
        check,
        report);
  }

  @Test
  @MojoParameter(name = "outputDirectory", value = "src/main/resources/db/migration/V1__orders.sql")
  void outputDirectory(
      @InjectMojo(goal = "check") CheckMojo check, @InjectMojo(goal = "report") ReportMojo report) {
    assertRefusal(
        "The parameter outputDirectory names %s, which is a file. Name a folder."
            .formatted(inShop(check, "src/main/resources/db/migration/V1__orders.sql")),
        check,
        report);
  }

  @Test
  @MojoParameter(name = "failOn", value = "erorr")
  void failOn(@InjectMojo(goal = "check") CheckMojo check) {
    assertRefusal("The parameter failOn is 'erorr'. Known are error, warning, note, never.", check);
  }

  @Test
  @MojoParameter(name = "maxAllowedViolations", value = "-1")
  void maxAllowedViolations(@InjectMojo(goal = "check") CheckMojo check) {
    assertRefusal("The parameter maxAllowedViolations is -1. The least is 0.", check);
  }

  @Test
  @MojoParameter(name = "skip", value = "yes")
  @MojoParameter(name = "quiet", value = "yes")
  @MojoParameter(name = "failOnViolation", value = "yes")
  void areReadAsFalseWhereMavenDoesSo(@InjectMojo(goal = "check") CheckMojo check) {
    // Maven itself takes every word but true for false, in all plugins.
    assertThat(check.skip).isFalse();
    assertThat(check.quiet).isFalse();
    assertThat(check.failOnViolation).isFalse();
  }
}
