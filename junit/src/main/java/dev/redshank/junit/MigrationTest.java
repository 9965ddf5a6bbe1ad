package dev.redshank.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each migration, which it is given as a {@link LintedMigration}. All of them are linted once, together,
 * as earlier ones are the history of later ones.
 *
 * <pre>{@code
 * @MigrationTest(locations = "classpath:db/migration", postgres = 16)
 * void hasNoErrors(LintedMigration migration) {
 *   migration.hasNoErrors();
 * }
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(MigrationTestExtension.class)
public @interface MigrationTest {
  /** Where the migrations are: {@code classpath:db/migration}, or a file, folder or glob relative to the working directory. */
  String[] locations();

  /** The server's major version, such as 16; 0: the configuration's, else 17. */
  int postgres() default 0;

  /** The branch, tag or commit since which migrations are tested; empty: all of them are. */
  String changedSince() default "";

  /** The file with the findings that were there before; empty: the configuration's. */
  String baseline() default "";
}
