package dev.redshank.sandbox.drill.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the running drill answers.
 *
 * @param outcome what the command that asked ends with
 * @param text for standard output, or for standard error where it is a refusal
 */
public record Reply(Outcome outcome, String text) {
  private static final int LONGEST = 64 << 20;

  /** How a command ends. */
  public enum Outcome {
    /** As it was to. */
    DONE,
    /** There is a score, and it is not the full one. */
    INCOMPLETE,
    /** The user has to do something else first. */
    REFUSED,
    /** Redshank itself failed. */
    BROKEN
  }

  void write(DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeUTF(outcome.name());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  static Reply read(DataInputStream in) throws IOException {
    Outcome outcome = Outcome.valueOf(in.readUTF());
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("an answer of " + length + " bytes");
    }
    return new Reply(outcome, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }
}
