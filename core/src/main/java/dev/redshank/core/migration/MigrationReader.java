package dev.redshank.core.migration;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads migrations from disk. */
public final class MigrationReader {
  private MigrationReader() {}

  /** The text of a migration, or why it cannot be read. */
  public static Reading read(MigrationFile file) {
    return read(file.file(), file.path());
  }

  /** The text of any file that results call {@code name}, or why it cannot be read. */
  public static Reading read(Path file, String name) {
    try {
      return decode(name, Files.readAllBytes(file));
    } catch (IOException unreadable) {
      String message = "cannot be read. Check that it is a file which you may open.";
      return Reading.failed(new Problem(name, Optional.empty(), message));
    }
  }

  /** The text that {@code bytes} hold, or where they are not UTF-8. */
  public static Reading decode(MigrationFile file, byte[] bytes) {
    return decode(file.path(), bytes);
  }

  private static Reading decode(String name, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(input, text, true);
    text.flip();
    if (!result.isError()) {
      return Reading.of(SourceText.of(name, text.toString()));
    }
    String before = text.toString();
    int line = SourceText.of(name, before).lineCount();
    String message =
        "is not UTF-8: line %d holds the byte 0x%02X, which cannot stand there. Save the file as UTF-8."
            .formatted(line, bytes[input.position()] & 0xFF);
    Span span = new Span(before.length(), before.length());
    return Reading.failed(new Problem(name, Optional.of(span), message));
  }
}
