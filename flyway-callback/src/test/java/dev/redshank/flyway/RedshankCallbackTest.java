package dev.redshank.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.sandbox.server.PostgresServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Flyway on a real server. */
final class RedshankCallbackTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, note text);";
  private static final String INDEX = "CREATE INDEX orders_note ON orders (note);";

  private static PostgresServer server;

  @TempDir
  private Path folder;

  private String database;

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start(17);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void makeDatabase() throws SQLException {
    database = server.emptyDatabase("shop_" + NUMBERS.incrementAndGet());
  }

  private FluentConfiguration flyway(RedshankCallback callback) {
    return Flyway.configure()
        .dataSource(server.jdbcUrl(database), "postgres", "")
        .locations("filesystem:" + folder)
        .callbacks(callback);
  }

  private void script(String name, String sql) throws IOException {
    Files.writeString(folder.resolve(name), sql);
  }

  private void migrate(RedshankCallback callback) {
    flyway(callback).load().migrate();
  }

  private boolean indexExists() throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT to_regclass('orders_note') IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Test
  void refusesAnErrorInTheLintersWordsBeforeAnythingOfTheMigrationRuns() throws Exception {
    script("V1__orders.sql", ORDERS);
    migrate(new RedshankCallback());
    script("V2__note.sql", INDEX);

    assertThatThrownBy(() -> migrate(new RedshankCallback()))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("Redshank refuses V2__note.sql, so that nothing of it ran.")
        .hasMessageContaining("error[index-without-concurrently]")
        .hasMessageContaining("V2__note.sql:1:29")
        .hasMessageContaining("REDSHANK_ALLOW=2");
    assertThat(indexExists()).isFalse();
  }

  @Test
  void fillsAnEmptyDatabaseWithTheSameScripts() throws Exception {
    script("V1__orders.sql", ORDERS);
    script("V2__note.sql", INDEX);

    migrate(new RedshankCallback());

    assertThat(indexExists()).isTrue();
  }

  @Test
  void letsRunWhatIsAllowedByVersionByPropertyOrInTheScript() throws Exception {
    script("V1__orders.sql", ORDERS);
    migrate(new RedshankCallback());
    script("V2__note.sql", INDEX);
    migrate(new RedshankCallback().allowing("2"));
    assertThat(indexExists()).isTrue();

    script("V3__again.sql", "CREATE INDEX orders_again ON orders (note);");
    System.setProperty("redshank.allow", "7, V3__again.sql");
    try {
      migrate(new RedshankCallback());
    } finally {
      System.clearProperty("redshank.allow");
    }

    script(
        "V4__third.sql",
        "-- redshank:allow index-without-concurrently reason=\"200 rows\"\n"
            + "CREATE INDEX orders_third ON orders (note);");
    assertThatCode(() -> migrate(new RedshankCallback())).doesNotThrowAnyException();
  }

  @Test
  void knowsPrefixesAndSeparatorsOfItsFlyway() throws Exception {
    script("D1--orders.ddl", ORDERS);
    flyway(new RedshankCallback())
        .sqlMigrationPrefix("D")
        .sqlMigrationSeparator("--")
        .sqlMigrationSuffixes(".ddl")
        .load()
        .migrate();
    script("D2--note.ddl", INDEX);

    assertThatThrownBy(() -> flyway(new RedshankCallback())
            .sqlMigrationPrefix("D")
            .sqlMigrationSeparator("--")
            .sqlMigrationSuffixes(".ddl")
            .load()
            .migrate())
        .hasMessageContaining("Redshank refuses D2--note.ddl");
  }

  @Test
  void readsScriptsFromJars() throws Exception {
    Path jar = folder.resolve("migrations.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("db/packed/"));
      entries.putNextEntry(new JarEntry("db/packed/V1__orders.sql"));
      entries.write(ORDERS.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      entries.putNextEntry(new JarEntry("db/packed/V2__note.sql"));
      entries.write(INDEX.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    try (URLClassLoader loader = new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, RedshankCallback.class.getClassLoader())) {
      FluentConfiguration packed = Flyway.configure(loader)
          .dataSource(server.jdbcUrl(database), "postgres", "")
          .locations("classpath:db/packed")
          .callbacks(new RedshankCallback());
      packed.target("1").load().migrate();

      assertThatThrownBy(() -> packed.target("2").load().migrate())
          .hasMessageContaining("db/packed/V2__note.sql:1:29");
    }
  }

  @Test
  void looksAtRepeatableScriptsBehindTheLastVersion() throws Exception {
    script("V1__orders.sql", ORDERS);
    migrate(new RedshankCallback());
    script("R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) FROM orders;");

    assertThatCode(() -> migrate(new RedshankCallback())).doesNotThrowAnyException();
  }
}
