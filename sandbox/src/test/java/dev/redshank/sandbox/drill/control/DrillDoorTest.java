package dev.redshank.sandbox.drill.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.report.TextOptions;
import dev.redshank.sandbox.drill.control.Call.Verb;
import dev.redshank.sandbox.drill.control.Reply.Outcome;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever speaks to a drill, and however badly: the next one is answered. */
@Timeout(30)
final class DrillDoorTest {
  private static final Call HINT = new Call(Verb.HINT, TextOptions.PLAIN);

  @TempDir
  private Path temporary;

  private DrillFolder folder() {
    return new DrillFolder(temporary.resolve("drill"));
  }

  private static DrillDoor open(DrillFolder folder) {
    DrillDoor door = DrillDoor.in(folder);
    door.serve(call -> new Reply(Outcome.DONE, call.verb().name()));
    return door;
  }

  @Test
  void letsNobodyWaitForACallerWhoSaysNothing() throws Exception {
    DrillFolder folder = folder();
    try (DrillDoor door = open(folder);
        SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(folder.door()))) {
      assertThat(silent.isConnected()).isTrue();
      assertThat(DrillDoor.ask(folder, HINT).text()).isEqualTo("HINT");
      assertThat(door).isNotNull();
    }
  }

  @Test
  void goesOnBehindWhatIsNoCall() throws Exception {
    DrillFolder folder = folder();
    try (DrillDoor door = open(folder)) {
      for (String words : new String[] {"GET / HTTP/1.1\r\n\r\n", "\0\3ABC\0\0\0\0\0", "\0\377"}) {
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(folder.door()))) {
          caller.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.ISO_8859_1)));
        }
      }
      assertThat(DrillDoor.ask(folder, HINT).outcome()).isEqualTo(Outcome.DONE);
      assertThat(door).isNotNull();
    }
  }
}
