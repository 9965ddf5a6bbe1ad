package dev.redshank.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.Events;

final class MigrationTestExtensionTest {
  private static Events run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .allEvents();
  }

  /** Run by the tests below only. */
  static final class Each {
    @MigrationTest(locations = "classpath:db/migration", postgres = 16)
    void hasNoErrors(LintedMigration migration) {
      migration.hasNoErrors();
    }
  }

  @Test
  void runsOnceForEachMigrationAndFailsInTheLintersWords() {
    String folder = "junit/src/test/resources/db/migration/";
    run(Each.class)
        .finished()
        .assertThatEvents()
        .haveExactly(
            1,
            EventConditions.event(displayName(folder + "V1__orders.sql"), finishedSuccessfully()))
        .haveExactly(
            1,
            EventConditions.event(
                displayName(folder + "V2__note.sql"),
                finishedWithFailure(
                    message(words -> words.contains("error[index-without-concurrently]")))));
  }

  static final class Nowhere {
    @MigrationTest(locations = "classpath:db/none")
    void hasNoErrors(LintedMigration migration) {
      migration.hasNoErrors();
    }
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(run(Nowhere.class).failed().stream()).isNotEmpty();
    run(Nowhere.class)
        .failed()
        .assertThatEvents()
        .haveExactly(
            1,
            EventConditions.event(finishedWithFailure(
                message(words -> words.contains("There is no folder db/none")))));
  }
}
