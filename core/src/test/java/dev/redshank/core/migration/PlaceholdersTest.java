package dev.redshank.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.text.SourceText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlaceholdersTest {
  private static final String TEXT = "GRANT ALL ON a TO ${role};\nGRANT ALL ON ${other} TO b;\n";

  private static SourceText read(Map<String, String> values) {
    Reading.Reader reader = file -> Reading.of(SourceText.of(file.path(), TEXT));
    return new Placeholders(values)
        .in(reader)
        .read(MigrationFinder.named("V1__grants.sql"))
        .source()
        .orElseThrow();
  }

  @Test
  void replacesThoseThatHaveAValue() {
    assertThat(read(Map.of("role", "shop_app")).content())
        .isEqualTo("GRANT ALL ON a TO shop_app;\nGRANT ALL ON ${other} TO b;\n");
  }

  @Test
  void keepsThePlacesOfTheFile() {
    SourceText source = read(Map.of("role", "a_longer_name_than_before"));
    SqlStatement second = SqlScript.read(source).statements().get(1);
    assertThat(source.position(second.span().start()).line()).isEqualTo(2);
    assertThat(source.slice(second.span())).isEqualTo("GRANT ALL ON ${other} TO b");
  }

  @Test
  void leavesATextWithoutThemAlone() {
    assertThat(read(Map.of("unknown", "x")).content()).isEqualTo(TEXT);
  }
}
