package dev.redshank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.sandbox.SandboxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-amd64",
    "Linux, aarch64, linux-arm64v8",
    "Mac OS X, aarch64, darwin-arm64v8",
    "Mac OS X, x86_64, darwin-amd64",
    "Windows 11, amd64, windows-amd64"
  })
  void namesThePublishedBinaries(String system, String processor, String name) {
    assertThat(Platform.of(system, processor).name()).isEqualTo(name);
  }

  @Test
  void saysThatNothingIsPublished() {
    assertThatThrownBy(() -> Platform.of("SunOS", "sparcv9"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("SunOS on sparcv9");
  }
}
