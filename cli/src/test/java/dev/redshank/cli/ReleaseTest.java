package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is published has what Maven Central demands, and what users copy names this release. */
final class ReleaseTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> OF_THE_PARENT = List.of(
      "name",
      "description",
      "url",
      "licenses/license/name",
      "licenses/license/url",
      "developers/developer/name",
      "scm/connection",
      "scm/developerConnection",
      "scm/url");

  @Test
  void theParentSaysWhatMavenCentralDemands() throws Exception {
    Document pom = pom(ROOT);
    assertThat(OF_THE_PARENT).allSatisfy(path -> assertThat(text(pom, path)).isNotBlank());
  }

  /** The rest is inherited; a folder's name behind an address would make it one that does not exist. */
  @Test
  void everyModuleHasANameAndADescriptionOfItsOwn() throws Exception {
    for (String module : modules()) {
      Document pom = pom(ROOT.resolve(module));
      assertThat(text(pom, "parent/artifactId")).isEqualTo("redshank-parent");
      assertThat(text(pom, "name")).as(module).isNotBlank();
      assertThat(text(pom, "description")).as(module).isNotBlank();
    }
    Document parent = pom(ROOT);
    assertThat(text(parent, "@child.project.url.inherit.append.path")).isEqualTo("false");
    assertThat(text(parent, "scm/@child.scm.url.inherit.append.path")).isEqualTo("false");
  }

  @ParameterizedTest
  @EnumSource
  void whatInitWritesIsYamlAndNamesThisRelease(CiFile ci) {
    Map<?, ?> yaml = yaml(ci.text());
    assertThat(yaml).isNotEmpty();
    assertNamesThisRelease(ci.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"action.yml", ".pre-commit-hooks.yaml", "ci/gitlab/redshank.gitlab-ci.yml"})
  void whatUsersIncludeNamesThisRelease(String file) throws IOException {
    assertNamesThisRelease(Files.readString(ROOT.resolve(file)));
  }

  /** Each input that a step reads is one that there is, and the other way round. */
  @Test
  void theActionUsesItsInputsAndNoOthers() throws IOException {
    String text = Files.readString(ROOT.resolve("action.yml"));
    Map<?, ?> action = yaml(text);
    Map<?, ?> inputs = (Map<?, ?>) action.get("inputs");
    List<String> used = Pattern.compile("\\binputs\\.([a-z-]+)")
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .toList();
    assertThat(inputs.keySet().stream().map(String::valueOf).toList())
        .containsExactlyInAnyOrderElementsOf(used.stream().distinct().toList());
    for (Object step : (List<?>) ((Map<?, ?>) action.get("runs")).get("steps")) {
      Map<?, ?> fields = (Map<?, ?>) step;
      assertThat(fields.get("shell")).isEqualTo("bash");
      assertThat(String.valueOf(fields.get("run"))).doesNotContain("${{");
      assertThat(List.of("name", "id", "if", "shell", "working-directory", "run", "env"))
          .containsAll(fields.keySet().stream().map(String::valueOf).toList());
    }
  }

  @Test
  void theHooksLookAtSqlAndAreCommandsOfRedshank() throws IOException {
    List<?> hooks = load(Files.readString(ROOT.resolve(".pre-commit-hooks.yaml")));
    assertThat(hooks).hasSizeGreaterThan(1).allSatisfy(hook -> {
      Map<?, ?> fields = (Map<?, ?>) hook;
      assertThat(fields.get("files")).isEqualTo("\\.sql$");
      assertThat(String.valueOf(fields.get("entry"))).contains("redshank").contains(" lint");
      assertThat(String.valueOf(fields.get("language"))).isIn("system", "docker_image");
    });
  }

  /** Every snippet of README that stands behind a mark is what its file holds. */
  @Test
  void readmeShowsTheFilesAsTheyAre() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (CiFile ci : CiFile.values()) {
      assertThat(readme).contains("<!-- file: " + ci + " -->\n```yaml\n" + ci.text() + "```\n");
    }
    assertNamesThisRelease(readme.substring(readme.indexOf("## Install")));
  }

  private static void assertNamesThisRelease(String text) {
    Matcher named = Pattern.compile(
            "(?:redshank[@/:-]v?|rev: v|default: |/v)([0-9]+\\.[0-9]+\\.[0-9]+)")
        .matcher(text);
    assertThat(named.results().map(match -> match.group(1)).distinct().toList())
        .containsExactly(release());
  }

  private static String release() {
    try {
      return text(pom(ROOT), "version").replace("-SNAPSHOT", "");
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private static List<String> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static Document pom(Path folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile());
  }

  private static String text(Document pom, String path) {
    try {
      return XPathFactory.newInstance()
          .newXPath()
          .evaluate("/project/" + path, pom)
          .strip();
    } catch (javax.xml.xpath.XPathExpressionException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static Map<?, ?> yaml(String text) {
    return load(text);
  }

  private static <T> T load(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }
}
