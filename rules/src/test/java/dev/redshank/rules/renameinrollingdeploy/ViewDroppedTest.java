package dev.redshank.rules.renameinrollingdeploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.rules.Deploys;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** SQL that is put together at run time may make a view again, and nobody can read it here. */
final class ViewDroppedTest {
  private static final String BLOCK = """
      DO $$
      DECLARE text text := pg_get_viewdef('good');
      BEGIN
        DROP VIEW good;
        %s
      END $$;
      """;

  @Test
  void saysNothingWhereItMayBeMadeAgain() {
    assertThat(places("IF true THEN EXECUTE 'CREATE VIEW good AS ' || text; END IF;"))
        .isEmpty();
  }

  @Test
  void readsAConstantBehindExecute() {
    assertThat(places("EXECUTE 'DROP TABLE IF EXISTS other';")).containsExactly("2.sql:4");
  }

  private static List<String> places(String last) {
    return new Deploys()
        .then("CREATE TABLE reviews (id int); CREATE VIEW good AS SELECT id FROM reviews;")
        .then(BLOCK.formatted(last))
        .findings(new ViewDropped(), Optional.empty());
  }
}
