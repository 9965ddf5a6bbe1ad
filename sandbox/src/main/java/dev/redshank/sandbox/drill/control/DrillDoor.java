package dev.redshank.sandbox.drill.control;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.drill.control.DrillFolder.Hold;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the running drill is spoken to: a socket in a folder that only its user may enter. A caller that
 * says nothing keeps nobody else waiting.
 */
public final class DrillDoor implements AutoCloseable {
  private final Hold hold;
  private final ServerSocketChannel channel;
  private volatile boolean closed;

  private DrillDoor(Hold hold, ServerSocketChannel channel) {
    this.hold = hold;
    this.channel = channel;
  }

  /**
   * Takes the folder, so that no second drill begins.
   *
   * @throws SandboxException when one runs already
   */
  public static DrillDoor in(DrillFolder folder) {
    Optional<Hold> hold = folder.take();
    if (hold.isEmpty()) {
      throw new SandboxException("A drill runs already. End it where it runs, or with"
          + " 'redshank sandbox drill stop'.");
    }
    try {
      ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      channel.bind(UnixDomainSocketAddress.of(folder.door()));
      return new DrillDoor(hold.get(), channel);
    } catch (IOException | UnsupportedOperationException failure) {
      hold.get().close();
      throw new SandboxException("Nobody can reach a drill here: " + failure + ".", failure);
    }
  }

  /** Serves callers from now on, in a thread of its own. */
  public void serve(Function<Call, Reply> desk) {
    Thread thread = new Thread(() -> accept(desk), "redshank-drill-door");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(Function<Call, Reply> desk) {
    while (!closed) {
      try {
        SocketChannel caller = channel.accept();
        Thread thread = new Thread(() -> serve(caller, desk), "redshank-drill-caller");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closing) {
        // The door is closed, or somebody went away before he came in.
        continue;
      }
    }
  }

  private static void serve(SocketChannel caller, Function<Call, Reply> desk) {
    try (caller) {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(caller)));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(caller)));
      desk.apply(Call.read(in)).write(out);
    } catch (IOException gone) {
      // The caller went away, or spoke of something else.
      return;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      channel.close();
    } catch (IOException failure) {
      throw new SandboxException("Cannot close the drill's door", failure);
    } finally {
      hold.close();
    }
  }

  /**
   * Asks the drill that runs.
   *
   * @throws SandboxException when none runs
   */
  public static Reply ask(DrillFolder folder, Call call) {
    try (SocketChannel drill = SocketChannel.open(UnixDomainSocketAddress.of(folder.door()))) {
      call.write(new DataOutputStream(Channels.newOutputStream(drill)));
      return Reply.read(
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(drill))));
    } catch (IOException none) {
      throw new SandboxException(
          "No drill runs. Start one in another terminal: 'redshank sandbox drill start NAME'.",
          none);
    }
  }
}
