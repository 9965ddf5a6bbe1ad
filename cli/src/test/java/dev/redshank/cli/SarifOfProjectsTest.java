package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.report.sarif.LintSarif;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sample projects give as SARIF. {@code -Dredshank.golden=write} writes the files anew. */
final class SarifOfProjectsTest {
  private static String sarif(String project, Function<RuleId, String> pages) throws IOException {
    StringWriter out = new StringWriter();
    LintSarif.write(SampleProject.of(project).lint(), SampleProject.RULES, "0.1.0", pages, out);
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flyway-shop", "plain-bookings"})
  void projectsGiveWhatTheyGave(String project) throws IOException {
    // Without the pages, which would be most of the file.
    String sarif = sarif(project, rule -> "# " + rule + "\n");
    Path golden = SampleProject.GOLDEN.resolve(project).resolve("lint.sarif");
    if ("write".equals(System.getProperty("redshank.golden"))) {
      Files.writeString(golden, sarif);
    }
    assertThat(sarif).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flyway-shop", "plain-bookings"})
  void wholeDocumentsKeepTheOfficialSchema(String project) throws IOException {
    String sarif = sarif(project, Page::of);
    keep(project, sarif);
    assertThat(sarif).contains("## Do this instead");
    try (InputStream in = LintSarif.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
    }
  }

  /** {@code -Dredshank.sarif=FOLDER} keeps the documents, for other programs to check. */
  private static void keep(String project, String sarif) throws IOException {
    String folder = System.getProperty("redshank.sarif", "");
    if (!folder.isEmpty()) {
      Files.writeString(Path.of(folder).resolve(project + ".sarif"), sarif);
    }
  }
}
