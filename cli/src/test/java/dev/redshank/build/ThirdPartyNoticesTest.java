package dev.redshank.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries of a distribution, their licences and the texts of these. */
final class ThirdPartyNoticesTest {
  @TempDir
  Path folder;

  private final StringBuilder components = new StringBuilder();

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("lib/sandbox"));
    Files.createDirectories(folder.resolve("texts"));
  }

  private void component(String name, String... licences) {
    components.append("<component><name>%s</name><version>1.0</version><licenses>".formatted(name));
    for (String licence : licences) {
      components.append("<license><id>%s</id></license>".formatted(licence));
    }
    components.append("</licenses></component>");
  }

  private void jar(String name, String... textsInside) throws IOException {
    Path file = folder.resolve("lib/" + name + "-1.0.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("A.class"));
      for (int i = 0; i < textsInside.length; i++) {
        zip.putNextEntry(new ZipEntry(i == 0 ? "META-INF/LICENSE" : "META-INF/x/NOTICE.txt"));
        zip.write(textsInside[i].getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private String notices() throws IOException {
    Path bom = folder.resolve("bom.xml");
    Files.writeString(bom, "<bom><components>" + components + "</components></bom>");
    Path written = folder.resolve("THIRD-PARTY.txt");
    ThirdPartyNotices.main(
        new String[] {bom.toString(), folder + "/lib", folder + "/texts", written.toString()});
    return Files.readString(written);
  }

  @Test
  void namesEveryLibraryWithItsLicenceAndEachTextOnce() throws IOException {
    component("zebra", "MIT");
    component("apple", "LGPL-2.1-only", "Apache-2.0");
    component("pear", "MIT");
    jar("zebra", "Be kind.\r\n");
    jar("apple");
    jar("sandbox/pear", "Be kind.\n", "By pear.");
    assertThat(notices())
        .contains("apple 1.0: Apache-2.0\npear 1.0: MIT\nzebra 1.0: MIT\n")
        .containsOnlyOnce("Be kind.")
        .contains("Of pear 1.0, zebra 1.0:\n\nBe kind.\n")
        .contains("Of pear 1.0:\n\nBy pear.\n")
        .doesNotContain("\r");
  }

  @Test
  void refusesALicenceThatIsNotAllowed() throws IOException {
    component("viral", "AGPL-3.0-only");
    jar("viral", "All yours is mine.");
    assertThatThrownBy(this::notices)
        .hasMessageContaining("viral 1.0 has the licence [AGPL-3.0-only]");
  }

  @Test
  void knowsBetterWhichLicenceJLineHas() throws IOException {
    component("jline-reader", "BSD-4-Clause");
    jar("jline-reader", "Keep this notice.");
    assertThat(notices()).contains("jline-reader 1.0: BSD-3-Clause\n");
  }

  @Test
  void refusesALibraryWithoutALicence() throws IOException {
    component("nobody");
    jar("nobody");
    assertThatThrownBy(this::notices).hasMessageContaining("nobody 1.0 has the licence []");
  }

  @Test
  void wantsTheTextOfALicenceThatAsksForIt() throws IOException {
    component("mute", "MIT");
    jar("mute");
    assertThatThrownBy(this::notices).hasMessageContaining("mute.txt");
    Files.writeString(folder.resolve("texts/mute.txt"), "Be kind.");
    assertThat(notices()).contains("Of mute 1.0:\n\nBe kind.\n");
  }

  @Test
  void refusesAJarThatNoComponentIsListedFor() throws IOException {
    jar("stowaway");
    assertThatThrownBy(this::notices).hasMessageContaining("[stowaway-1.0]");
  }

  @Test
  void refusesAComponentWithoutAJar() {
    component("ghost", "MIT");
    assertThatThrownBy(this::notices).hasMessageContaining("no jar of it");
  }

  @Test
  void countsALibraryThatIsCompiledAnew() throws IOException {
    component("picocli", "Apache-2.0");
    jar("redshank-cli-2-picocli");
    Files.move(
        folder.resolve("lib/redshank-cli-2-picocli-1.0.jar"),
        folder.resolve("lib/redshank-cli-2-picocli.jar"));
    System.setProperty("picocli.version", "1.0");
    assertThat(notices()).contains("picocli 1.0: Apache-2.0, compiled anew from its sources\n");
  }
}
