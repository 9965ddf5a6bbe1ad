package dev.redshank.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FlywayBlockTest {
  private MavenProject project;

  @BeforeEach
  void makeProject() {
    Model model = new Model();
    model.setBuild(new Build());
    project = new MavenProject(model);
  }

  private void configure(String block) throws Exception {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.flywaydb");
    plugin.setArtifactId("flyway-maven-plugin");
    plugin.setConfiguration(
        Xpp3DomBuilder.build(new StringReader("<configuration>" + block + "</configuration>")));
    project.getBuild().addPlugin(plugin);
  }

  @Test
  void isEmptyWhereNobodySpeaksOfFlyway() {
    project.getProperties().setProperty("flying.locations", "filesystem:sql");

    assertThat(FlywayBlock.of(project)).isEmpty();
  }

  @Test
  void readsLocationsInElementsAndInOneLine() throws Exception {
    configure(
        "<locations><location> filesystem:a </location><location>classpath:b</location></locations>"
            + "<sqlMigrationSuffixes>.sql,.ddl</sqlMigrationSuffixes>");

    assertThat(FlywayBlock.of(project)).hasValueSatisfying(flyway -> {
      assertThat(flyway.locations()).containsExactly("filesystem:a", "classpath:b");
      assertThat(flyway.naming().suffixes()).containsExactly(".sql", ".ddl");
    });
  }

  @Test
  void readsProperties() {
    project.getProperties().setProperty("flyway.locations", "filesystem:property");

    assertThat(FlywayBlock.of(project).orElseThrow().locations())
        .containsExactly("filesystem:property");
  }

  @Test
  void letsTheConfigurationOfThePluginWinOverProperties() throws Exception {
    project.getProperties().setProperty("flyway.locations", "filesystem:property");
    project.getProperties().setProperty("flyway.sqlMigrationPrefix", "D");
    configure("<locations><location>filesystem:plugin</location></locations>");

    assertThat(FlywayBlock.of(project).orElseThrow().locations())
        .containsExactly("filesystem:plugin");
    assertThat(FlywayBlock.of(project).orElseThrow().naming().versioned()).isEqualTo("D");
  }
}
