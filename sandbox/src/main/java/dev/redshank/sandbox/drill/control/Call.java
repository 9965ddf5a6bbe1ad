package dev.redshank.sandbox.drill.control;

import dev.redshank.core.report.TextOptions;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a second terminal wants of the running drill.
 *
 * @param text how its terminal lays text out
 */
public record Call(Verb verb, TextOptions text) {
  /** What can be asked for. */
  public enum Verb {
    SCORE,
    SCORE_JSON,
    SCORE_HTML,
    HINT,
    RESET,
    STOP,
    POSTMORTEM,
    POSTMORTEM_WITH_SPOILERS,
    PORT
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(verb.name());
    out.writeInt(text.width());
    out.writeBoolean(text.colour());
    out.flush();
  }

  static Call read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    int width = in.readInt();
    boolean colour = in.readBoolean();
    try {
      return new Call(Verb.valueOf(name), new TextOptions(width, colour));
    } catch (IllegalArgumentException unknown) {
      throw new IOException("The drill that runs is of another version", unknown);
    }
  }
}
