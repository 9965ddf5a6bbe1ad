package dev.redshank.junit;

import org.apiguardian.api.API;

/**
 * The entry for assertions about migrations, in AssertJ's way.
 *
 * <pre>{@code
 * assertThatMigrations(classpath("db/migration")).onPostgres(17).haveNo(LOCK_QUEUE_FREEZE);
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class RedshankAssertions {
  private RedshankAssertions() {}

  /** Assertions about migrations. */
  public static MigrationsAssert assertThatMigrations(Migrations migrations) {
    return new MigrationsAssert(migrations);
  }

  /** The same as {@link Migrations#classpath}. */
  public static Migrations classpath(String folder) {
    return Migrations.classpath(folder);
  }

  /** The same as {@link Migrations#files}. */
  public static Migrations files(String... paths) {
    return Migrations.files(paths);
  }
}
