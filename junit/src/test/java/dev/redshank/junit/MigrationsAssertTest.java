package dev.redshank.junit;

import static dev.redshank.core.finding.FailureMode.HIDDEN_REWRITE;
import static dev.redshank.core.finding.FailureMode.LOCK_QUEUE_FREEZE;
import static dev.redshank.junit.RedshankAssertions.assertThatMigrations;
import static dev.redshank.junit.RedshankAssertions.classpath;
import static dev.redshank.junit.RedshankAssertions.files;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsAssertTest {
  @TempDir
  private Path folder;

  @Test
  void failsInTheLintersWordsAndNamesTheFileThatPeopleEdit() {
    assertThatThrownBy(() -> assertThatMigrations(classpath("db/migration"))
            .onPostgres(17)
            .haveNo(LOCK_QUEUE_FREEZE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected no Lock-queue freeze, but:")
        .hasMessageContaining("error[index-without-concurrently]")
        .hasMessageContaining("junit/src/test/resources/db/migration/V2__note.sql:1:29")
        .hasMessageContaining("CREATE INDEX CONCURRENTLY");
  }

  @Test
  void passesWhereNothingOfTheKindIsFound() {
    assertThatMigrations(classpath("db/migration")).haveNo(HIDDEN_REWRITE);
    assertThatMigrations(classpath("db/safe")).haveNoErrors().areReadAsAWhole();
    assertThatMigrations(files("src/test/resources/db/safe")).haveNoFindingsOf("column-dropped");
  }

  @Test
  void asksForOneRuleOrForAnything() {
    assertThatThrownBy(() -> assertThatMigrations(classpath("db/migration"))
            .haveNoFindingsOf("index-without-concurrently"))
        .hasMessageContaining("Expected no index-without-concurrently");
    assertThatThrownBy(() -> assertThatMigrations(classpath("db/migration")).haveNoFindings())
        .hasMessageContaining("Expected no findings");
  }

  @Test
  void readsMigrationsInJars() throws IOException {
    Path jar = folder.resolve("migrations.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("db/packed/"));
      entry(entries, "db/packed/V1__a.sql", "CREATE TABLE a (id bigint, b int);");
      entry(entries, "db/packed/V2__b.sql", "CREATE INDEX a_b ON a (b);");
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThatThrownBy(() -> assertThatMigrations(classpath("db/packed")).haveNoErrors())
          .hasMessageContaining("db/packed/V2__b.sql:1:");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void entry(JarOutputStream jar, String name, String text) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void leavesOutWhatTheBaselineHolds() throws IOException {
    Path baseline = folder.resolve("known.json");
    Files.writeString(baseline, "{}");

    assertThatThrownBy(() -> assertThatMigrations(classpath("db/migration"))
            .withBaseline(baseline)
            .haveNoErrors())
        .hasMessageContaining("The migrations cannot be linted")
        .hasMessageContaining("known.json:1:2");
  }

  @Test
  void takesTheConfigurationThatItIsGiven() throws IOException {
    Path config = Files.writeString(
        folder.resolve("redshank.yml"), "rules: {index-without-concurrently: off}\n");

    assertThatMigrations(classpath("db/migration")).configuredBy(config).haveNo(LOCK_QUEUE_FREEZE);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> classpath("db/none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no folder db/none on the class path");
    assertThatThrownBy(() -> assertThatMigrations(files("no/such")).haveNoErrors())
        .hasMessageContaining("no/such: there is no such file or folder");
    assertThatThrownBy(() -> assertThatMigrations(classpath("db/safe")).onPostgres(9))
        .hasMessageContaining("PostgreSQL 9 is not known. Known are 14, 15, 16, 17, 18.");
  }

  @Test
  void namesPartsThatWereNotUnderstood() throws IOException {
    Files.writeString(folder.resolve("1.sql"), "FROB orders;");

    assertThatThrownBy(() -> assertThatMigrations(files(folder.toString())).areReadAsAWhole())
        .hasMessageContaining("Not understood:")
        .hasMessageContaining("1.sql:1:1");
  }
}
