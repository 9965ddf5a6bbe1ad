package dev.redshank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror in a folder stands for Maven Central. */
class MavenArtifactsTest {
  private static final String CONTENT = "a jar";

  @TempDir
  Path folder;

  @Test
  void fetchesThroughTheMirrorOfTheSettings() throws Exception {
    publish(sha1(CONTENT));
    assertThat(artifacts(false).jar("dev.example", "thing", "1.0"))
        .hasContent(CONTENT)
        .startsWith(folder.resolve("local"));
  }

  @Test
  void refusesAJarWithAWrongChecksum() throws Exception {
    publish(sha1("another jar"));
    assertThatThrownBy(() -> artifacts(false).jar("dev.example", "thing", "1.0"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("Checksum");
  }

  @Test
  void downloadsNothingWhenOffline() throws Exception {
    publish(sha1(CONTENT));
    assertThatThrownBy(() -> artifacts(true).jar("dev.example", "thing", "1.0"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("dev.example:thing:1.0")
        .hasMessageContaining("offline");
  }

  @Test
  void usesOfflineWhatIsThereAlready() throws Exception {
    publish(sha1(CONTENT));
    Path jar = artifacts(false).jar("dev.example", "thing", "1.0");
    assertThat(artifacts(true).jar("dev.example", "thing", "1.0")).isEqualTo(jar);
  }

  private MavenArtifacts artifacts(boolean offline) throws IOException {
    Path settings = folder.resolve("settings.xml");
    Files.writeString(settings, """
        <settings>
          <localRepository>%s</localRepository>
          <offline>%s</offline>
          <mirrors><mirror>
            <id>near</id><mirrorOf>*</mirrorOf><url>%s</url>
          </mirror></mirrors>
        </settings>
        """.formatted(
            folder.resolve("local"), offline, folder.resolve("mirror").toUri()));
    return new MavenArtifacts(MavenSettings.load(settings, "", false), Progress.SILENT);
  }

  private void publish(String checksum) throws IOException {
    Path place = Files.createDirectories(folder.resolve("mirror/dev/example/thing/1.0"));
    Files.writeString(place.resolve("thing-1.0.jar"), CONTENT);
    Files.writeString(place.resolve("thing-1.0.jar.sha1"), checksum);
  }

  private static String sha1(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
