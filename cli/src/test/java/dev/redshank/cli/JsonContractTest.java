package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON that other programs read, against the schemas that Redshank ships. */
final class JsonContractTest {
  private static final String SQL = "CREATE TABLE a (id bigint);\n"
      + "CREATE INDEX CONCURRENTLY i ON a (id);\n"
      + "GIBBERISH;\n"
      + "DO $$ BEGIN UPDATE orders SET x = 1; END $$;\n"
      + "ALTER TABLE orders ADD COLUMN t uuid DEFAULT gen_random_uuid();\n"
      + "ALTER TABLE orders RENAME COLUMN a TO b;\n";

  @TempDir
  Path folder;

  private static List<Error> errors(String schema, String json) throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    try (InputStream in =
        JsonContractTest.class.getResourceAsStream("/dev/redshank/core/report/" + schema)) {
      Schema loaded = registry.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return loaded.validate(json, InputFormat.JSON);
    }
  }

  private String json(String command) throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), SQL);
    return Run.in(folder, command, "--format", "json", ".").out();
  }

  @Test
  void lintKeepsItsSchema() throws IOException {
    String json = json("lint");
    assertThat(json).contains("\"findings\"").contains("volatile-default");
    assertThat(errors("lint.schema.json", json)).isEmpty();
  }

  @Test
  void explainKeepsItsSchema() throws IOException {
    String json = json("explain");
    assertThat(json).contains("\"statements\"").contains("ACCESS EXCLUSIVE");
    assertThat(errors("explain.schema.json", json)).isEmpty();
  }

  @Test
  void rulesKeepTheirSchema() throws IOException {
    assertThat(errors(
            "rules.schema.json", Run.in(folder, "rules", "--format", "json").out()))
        .isEmpty();
  }

  @Test
  void schemaRefusesWhatLintNeverWrites() throws IOException {
    String broken = json("lint").replace("\"severity\" : \"error\"", "\"severity\" : \"bad\"");
    assertThat(errors("lint.schema.json", broken)).isNotEmpty();
  }

  @Test
  void sameInputGivesTheSameBytes() throws IOException {
    assertThat(json("lint")).isEqualTo(json("lint"));
    assertThat(json("explain")).isEqualTo(json("explain"));
  }
}
