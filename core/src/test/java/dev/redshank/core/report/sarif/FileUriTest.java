package dev.redshank.core.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileUriTest {
  @ParameterizedTest
  @CsvSource({
    "db/V1__a.sql, db/V1__a.sql",
    "'my db/V1 a.sql', my%20db/V1%20a.sql",
    "änderung.sql, %C3%A4nderung.sql",
    "a%20b.sql, a%2520b.sql",
    "'a\"<b>''.sql', a%22%3Cb%3E%27.sql",
    "http:x.sql, http%3Ax.sql",
    "a?b#c.sql, a%3Fb%23c.sql"
  })
  void whateverMeansSomethingInUrisIsEncoded(String path, String uri) {
    assertThat(FileUri.of(path).getUri()).isEqualTo(uri);
    assertThat(FileUri.of(path).getUriBaseId()).isEqualTo("%SRCROOT%");
    assertThat(URI.create(uri).getPath()).isEqualTo(path);
  }

  @Test
  void lineBreaksAndControlCharactersAreEncoded() {
    assertThat(FileUri.of("a\nb\u001b[31m.sql").getUri()).isEqualTo("a%0Ab%1B%5B31m.sql");
  }

  @ParameterizedTest
  @CsvSource({"/srv/a b.sql, file:///srv/a%20b.sql", "C:/srv/a.sql, file:///C%3A/srv/a.sql"})
  void filesOutsideTheProjectHaveNoRoot(String path, String uri) {
    assertThat(FileUri.of(path).getUri()).isEqualTo(uri);
    assertThat(FileUri.of(path).getUriBaseId()).isNull();
  }
}
