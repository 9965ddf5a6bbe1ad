package dev.redshank.rules.migrationdeadlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.rules.Deploys;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Migrations of one deploy are compared with each other, also where others stand between them. */
final class LockOrderInvertedTest {
  private static final Deploys DEPLOYS = new Deploys()
      .then("CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int);")
      .then("ALTER TABLE a ADD x int;\nALTER TABLE c ADD x int;\nALTER TABLE b ADD x int;")
      .then("ALTER TABLE c ADD y int;")
      .then("ALTER TABLE b ADD y int;\nALTER TABLE a ADD y int;")
      .then("ALTER TABLE c ADD z int;\nALTER TABLE b ADD z int;");

  @Test
  void namesTheMigrationThatTurnsTheOrderRound() {
    assertThat(DEPLOYS.findings(new LockOrderInverted(), Optional.of("2")))
        .containsExactly("4.sql:2");
  }

  @Test
  void comparesNothingAcrossDeploys() {
    assertThat(DEPLOYS.findings(new LockOrderInverted(), Optional.empty())).isEmpty();
    assertThat(DEPLOYS.findings(new LockOrderInverted(), Optional.of("3"))).isEmpty();
  }
}
