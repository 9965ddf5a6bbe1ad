package dev.redshank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
  @TempDir
  Path folder;

  @Test
  void fillsAnEntryOnce() {
    CacheFolder cache = new CacheFolder(folder);
    Path first = cache.once("entry", draft -> Files.writeString(draft.resolve("file"), "one"));
    Path second = cache.once("entry", draft -> Files.writeString(draft.resolve("file"), "two"));
    assertThat(second).isEqualTo(first);
    assertThat(first.resolve("file")).hasContent("one");
  }

  @Test
  void showsNoHalfFilledEntry() throws IOException {
    CacheFolder cache = new CacheFolder(folder);
    assertThatThrownBy(() -> cache.once("entry", draft -> {
          Files.writeString(draft.resolve("file"), "half");
          throw new IOException("disk full");
        }))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("disk full")
        .hasMessageContaining("redshank.cache");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void letsSeveralFillAtOnceAndKeepsOne() throws Exception {
    int fillers = 4;
    CyclicBarrier together = new CyclicBarrier(fillers);
    ExecutorService pool = Executors.newFixedThreadPool(fillers);
    try {
      List<Future<Path>> entries = new ArrayList<>();
      for (int filler = 0; filler < fillers; filler++) {
        String words = "filler " + filler;
        entries.add(pool.submit(() -> new CacheFolder(folder).once("entry", all(together, words))));
      }
      for (Future<Path> entry : entries) {
        assertThat(entry.get().resolve("file")).content().startsWith("filler ");
      }
    } finally {
      pool.shutdownNow();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("entry");
    }
  }

  private static CacheFolder.Filler all(CyclicBarrier together, String words) {
    return draft -> {
      try {
        together.await();
      } catch (Exception interrupted) {
        throw new IOException(interrupted);
      }
      Files.writeString(draft.resolve("file"), words);
    };
  }
}
