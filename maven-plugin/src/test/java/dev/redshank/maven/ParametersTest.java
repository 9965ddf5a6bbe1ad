package dev.redshank.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Every parameter of every goal: left alone, told in a POM, and told by its property. The names come from the plugin's
 * descriptor, so that a parameter that is added appears in what is compared.
 */
@MojoTest
@Basedir(ParametersTest.SHOP)
final class ParametersTest {
  static final String SHOP = "/projects/shop";
  private static final String EVERYTHING = "classpath:/projects/everything.xml";

  @Inject
  private MavenProject project;

  @Inject
  private MavenSession session;

  @Inject
  private MojoExecution execution;

  /** A line for each parameter in alphabetical order, without the module, which Maven hands over. */
  private String told(RedshankMojo mojo) throws IllegalAccessException {
    Map<String, Object> values = MojoExtension.getVariablesAndValuesFromObject(mojo);
    return execution.getMojoDescriptor().getParameters().stream()
        .map(Parameter::getName)
        .filter(name -> !name.equals("project"))
        .sorted()
        .map(name -> name + " = " + shown(Optional.ofNullable(values.get(name))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String shown(Optional<Object> value) {
    if (value.isPresent() && value.get() instanceof File file) {
      return project.getBasedir().toPath().relativize(file.toPath()).toString().replace('\\', '/');
    }
    return value.map(Object::toString).orElse("nothing");
  }

  @Nested
  final class LeftAlone {
    private static final String OF_ALL_GOALS = """
        baselineFile = nothing
        changedSince = nothing
        configFile = nothing
        excludes = []
        includes = []
        pgVersion = nothing
        quiet = false
        skip = false
        sources = []
        """;

    @Test
    @InjectMojo(goal = "baseline")
    void ofBaseline(BaselineMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_ALL_GOALS);
    }

    @Test
    @InjectMojo(goal = "explain")
    void ofExplain(ExplainMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_ALL_GOALS);
    }

    @Test
    @InjectMojo(goal = "report")
    void ofReport(ReportMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo("""
              baselineFile = nothing
              changedSince = nothing
              configFile = nothing
              excludes = []
              formats = [html, sarif]
              includes = []
              outputDirectory = target/redshank
              pgVersion = nothing
              quiet = false
              skip = false
              sources = []
              """);
    }

    @Test
    @InjectMojo(goal = "check")
    void ofCheck(CheckMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo("""
              baselineFile = nothing
              changedSince = nothing
              configFile = nothing
              excludes = []
              failOn = nothing
              failOnViolation = true
              formats = [html, sarif]
              includes = []
              maxAllowedViolations = 0
              outputDirectory = target/redshank
              pgVersion = nothing
              quiet = false
              skip = false
              sources = []
              """);
    }
  }

  /** What {@code everything.xml} says, and the properties below. */
  private static final String OF_ALL_GOALS = """
      baselineFile = settings/known.json
      changedSince = origin/main
      configFile = settings/redshank.yml
      excludes = [**/V2__*, **/V3__*]
      includes = [**/V1__*]
      pgVersion = 14
      quiet = true
      skip = true
      sources = [sql/one, sql/two]
      """;

  private static final String OF_REPORT = """
      baselineFile = settings/known.json
      changedSince = origin/main
      configFile = settings/redshank.yml
      excludes = [**/V2__*, **/V3__*]
      formats = [json, junit]
      includes = [**/V1__*]
      outputDirectory = reports
      pgVersion = 14
      quiet = true
      skip = true
      sources = [sql/one, sql/two]
      """;

  private static final String OF_CHECK = """
      baselineFile = settings/known.json
      changedSince = origin/main
      configFile = settings/redshank.yml
      excludes = [**/V2__*, **/V3__*]
      failOn = warning
      failOnViolation = false
      formats = [json, junit]
      includes = [**/V1__*]
      maxAllowedViolations = 3
      outputDirectory = reports
      pgVersion = 14
      quiet = true
      skip = true
      sources = [sql/one, sql/two]
      """;

  @Nested
  final class ToldInAPom {
    @Test
    @InjectMojo(goal = "baseline", pom = EVERYTHING)
    void toBaseline(BaselineMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_ALL_GOALS);
    }

    @Test
    @InjectMojo(goal = "explain", pom = EVERYTHING)
    void toExplain(ExplainMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_ALL_GOALS);
    }

    @Test
    @InjectMojo(goal = "report", pom = EVERYTHING)
    void toReport(ReportMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_REPORT);
    }

    @Test
    @InjectMojo(goal = "check", pom = EVERYTHING)
    void toCheck(CheckMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_CHECK);
    }
  }

  @Nested
  final class ToldByProperties {
    /** As behind -D on the command line. */
    @BeforeEach
    void tell() {
      Properties properties = session.getUserProperties();
      List.of(
              "skip=true",
              "sources=sql/one,sql/two",
              "includes=**/V1__*",
              "excludes=**/V2__*,**/V3__*",
              "pgVersion=14",
              "configFile=settings/redshank.yml",
              "baselineFile=settings/known.json",
              "changedSince=origin/main",
              "quiet=true",
              "formats=json,junit",
              "outputDirectory=reports",
              "failOn=warning",
              "failOnViolation=false",
              "maxAllowedViolations=3")
          .forEach(property -> {
            int equals = property.indexOf('=');
            properties.setProperty(
                "redshank." + property.substring(0, equals), property.substring(equals + 1));
          });
    }

    @Test
    @InjectMojo(goal = "baseline")
    void toBaseline(BaselineMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_ALL_GOALS);
    }

    @Test
    @InjectMojo(goal = "explain")
    void toExplain(ExplainMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_ALL_GOALS);
    }

    @Test
    @InjectMojo(goal = "report")
    void toReport(ReportMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_REPORT);
    }

    @Test
    @InjectMojo(goal = "check")
    void toCheck(CheckMojo mojo) throws IllegalAccessException {
      assertThat(told(mojo)).isEqualTo(OF_CHECK);
    }
  }
}
