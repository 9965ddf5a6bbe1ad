package dev.redshank.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlywayNamingTest {
  private static final FlywayNaming OWN =
      new FlywayNaming("D", "DU", "B", "R", "--", List.of(".ddl", ".sql"));

  @Test
  void readsPrefixesSeparatorAndSuffixesOfAProject(@TempDir Path folder) throws Exception {
    for (String name : List.of("D2--b.ddl", "D1--a.SQL", "DU2--b.ddl", "V3__c.sql", "R--v.sql")) {
      Files.writeString(folder.resolve(name), "SELECT 1;");
    }

    MigrationSet found = MigrationFinder.find(
        List.of("."), folder, new MigrationFinder.Kinds(Optional.empty(), path -> false, OWN));

    assertThat(found.migrations())
        .extracting(file -> file.path() + " " + file.direction() + " " + file.tool())
        .containsExactly(
            "D1--a.SQL UP FLYWAY",
            "D2--b.ddl UP FLYWAY",
            "DU2--b.ddl DOWN FLYWAY",
            "R--v.sql UP FLYWAY");
  }

  @Test
  void prefersTheLongestPrefix() {
    assertThat(FlywayName.parse("DU2--b.ddl", OWN))
        .hasValueSatisfying(name -> assertThat(name.kind()).isEqualTo(FlywayName.Kind.UNDO));
  }

  @Test
  void tellsPrefixesFromOneAnotherByCaseAndSuffixesNot() {
    assertThat(FlywayName.parse("v1__a.sql", FlywayNaming.DEFAULT)).isEmpty();
    assertThat(FlywayName.parse("V1__a.SQL", FlywayNaming.DEFAULT)).isPresent();
  }

  @Test
  void knowsNoKindWhosePrefixIsEmpty() {
    FlywayNaming none = new FlywayNaming("V", "", "B", "R", "__", List.of(".sql"));
    assertThat(FlywayName.parse("U1__a.sql", none)).isEmpty();
  }
}
