package dev.redshank.core.migration;

import dev.redshank.core.text.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A dump of a schema, as {@code pg_dump} or Rails' {@code structure.sql} write it, where history does not begin at zero. */
public final class SchemaDump {
  private static final String CUSTOM_FORMAT = "PGDMP";

  private SchemaDump() {}

  /** The dump as what ran before the first migration. */
  public static MigrationFile file(Path file, String name) {
    return new MigrationFile(
        file,
        name,
        name.substring(name.lastIndexOf('/') + 1),
        "",
        Direction.UP,
        Tool.PLAIN,
        TransactionMode.AUTOCOMMIT,
        false,
        Optional.empty());
  }

  /** The dump's text. Lines of data between COPY and its end are empty, so that a dump with data takes little memory. */
  public static Reading read(MigrationFile dump) {
    try {
      if (isCustomFormat(dump.file())) {
        return failed(
            dump,
            "is a dump in pg_dump's own format. Make SQL of it: pg_restore --schema-only -f schema.sql FILE.");
      }
      Optional<String> text = withoutData(dump.file());
      return text.isPresent()
          ? Reading.of(SourceText.of(dump.path(), text.get()))
          : MigrationReader.read(dump);
    } catch (CharacterCodingException notUtf8) {
      return failed(dump, "is not UTF-8. Dump it with pg_dump --encoding=UTF8.");
    } catch (IOException unreadable) {
      return failed(dump, "cannot be read. Check that it is a file which you may open.");
    }
  }

  private static Reading failed(MigrationFile dump, String message) {
    return Reading.failed(new Problem(dump.path(), Optional.empty(), message));
  }

  private static boolean isCustomFormat(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(CUSTOM_FORMAT.length());
      return new String(head, StandardCharsets.US_ASCII).equals(CUSTOM_FORMAT);
    }
  }

  /** Empty when data has no end: then it was none. */
  private static Optional<String> withoutData(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean data = false;
    try (BufferedReader lines = new BufferedReader(reader(file))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean ends = data && line.equals("\\.");
        if (!data || ends) {
          text.append(line);
        }
        text.append('\n');
        data = data ? !ends : beginsData(line);
      }
    }
    return data ? Optional.empty() : Optional.of(text.toString());
  }

  private static Reader reader(Path file) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static boolean beginsData(String line) {
    String end = "FROM stdin;";
    return line.startsWith("COPY ")
        && line.regionMatches(true, line.length() - end.length(), end, 0, end.length());
  }
}
