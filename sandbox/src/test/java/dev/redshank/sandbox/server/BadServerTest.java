package dev.redshank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.redshank.sandbox.SandboxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a server from starting, or cuts it short, is told and leaves nothing behind. */
final class BadServerTest {
  private static final Platform LINUX = new Platform("linux-amd64");

  @TempDir
  Path folder;

  private MavenSettings settings(String mirror, boolean offline) throws IOException {
    Path file = folder.resolve("settings.xml");
    Files.writeString(
        file,
        "<settings><localRepository>%s</localRepository><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors></settings>"
            .formatted(folder.resolve("local"), mirror));
    return MavenSettings.load(file, "", offline);
  }

  @Test
  void saysThatNothingCanBeFetchedOffline() throws IOException {
    MavenArtifacts artifacts =
        new MavenArtifacts(settings("http://127.0.0.1:1/", true), Progress.SILENT);
    assertThatThrownBy(() -> artifacts.jar("a", "b", "1"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("offline")
        .hasMessageContaining("--postgres-home");
  }

  @Test
  void saysThatAMirrorDoesNotAnswer() throws IOException {
    MavenArtifacts artifacts =
        new MavenArtifacts(settings("http://127.0.0.1:1/", false), Progress.SILENT);
    assertThatThrownBy(() -> artifacts.jar("a", "b", "1"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("--postgres-home");
  }

  @Test
  void saysWhichArchiveIsDamaged() throws IOException {
    Path noZip = Files.writeString(folder.resolve("no.jar"), "nothing");
    assertThatThrownBy(() -> Binaries.unpackSound(noZip, folder))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("no.jar is damaged")
        .hasMessageContaining("delete it");
    Path noArchive = folder.resolve("half.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(noArchive))) {
      zip.putNextEntry(new ZipEntry("postgres.txz"));
      zip.write(new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4});
    }
    assertThatThrownBy(() -> Binaries.unpackSound(noArchive, folder))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("half.jar is damaged");
  }

  @Test
  void saysThatTheDiskIsFull() throws Exception {
    Path small = Files.createDirectories(folder.resolve("small"));
    assumeTrue(
        RunAs.isRoot() && run("mount", "-t", "tmpfs", "-o", "size=64k", "none", small.toString()),
        "only root can make a small disk");
    try {
      CacheFolder cache = new CacheFolder(small);
      assertThatThrownBy(() ->
              cache.once("entry", draft -> Files.write(draft.resolve("file"), new byte[1 << 20])))
          .isInstanceOf(SandboxException.class)
          .hasMessageContaining("No space left")
          .hasMessageContaining("redshank.cache");
      try (Stream<Path> left = Files.list(small)) {
        assertThat(left).isEmpty();
      }
    } finally {
      assertThat(run("umount", small.toString())).isTrue();
    }
  }

  @Test
  void saysThatNobodyElseCanRunTheServer() {
    assertThatThrownBy(() -> RunAs.detect(LINUX, true, (prefix, command) -> false))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("does not run as root")
        .hasMessageContaining("setpriv");
    assertThat(RunAs.detect(LINUX, false, (prefix, command) -> false)).isEqualTo(RunAs.SELF);
    assertThat(RunAs.detect(LINUX, true, (prefix, command) -> true).changesOwner())
        .isTrue();
  }

  /** The signal of Ctrl-C, in the middle of whatever the process does then. */
  @Test
  void leavesNothingWhenItIsInterrupted() throws Exception {
    assumeTrue(!LINUX.windows() && Files.isExecutable(Path.of("/bin/kill")), "needs signals");
    List<Process> processes = new ArrayList<>();
    List<Path> data = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(ServerUntilKilled.launch());
    }
    for (Process process : processes) {
      BufferedReader lines = new BufferedReader(
          new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      lines.readLine();
      data.add(Path.of(lines.readLine()));
    }
    assertThat(data.get(0)).isNotEqualTo(data.get(1));
    String signal = ignoresInterrupts() ? "-TERM" : "-INT";
    for (Process process : processes) {
      assertThat(run("/bin/kill", signal, String.valueOf(process.pid()))).isTrue();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    for (Path each : data) {
      assertThat(each.getParent()).doesNotExist();
    }
  }

  /** What a shell starts in the background inherits that SIGINT is ignored, as do its children. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    return process.waitFor() == 0;
  }
}
