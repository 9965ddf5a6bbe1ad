package dev.redshank.core.statement;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file of the reader's corpus: statements, each behind a marker that says what it is. */
record CorpusFile(String topic, SourceText source, List<Case> cases) {
  private static final String MARKER = "--# kind: ";

  /** A statement, and the kind and the actions that its marker names; the data of COPY has no marker of its own. */
  record Case(SqlStatement statement, String kind, List<String> actions) {
    Case {
      actions = List.copyOf(actions);
    }
  }

  static Path folder() {
    Path module = Path.of(System.getProperty("basedir", "."));
    return module.resolve("../test-fixtures/src/main/resources/corpus").normalize();
  }

  static List<String> topics() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .map(name -> name.substring(0, name.length() - ".sql".length()))
          .sorted()
          .toList();
    }
  }

  static CorpusFile read(String topic) throws IOException {
    Path file = folder().resolve(topic + ".sql");
    SourceText source = SourceText.of(topic + ".sql", Files.readString(file));
    List<Case> cases = new ArrayList<>();
    for (SqlStatement statement : SqlScript.read(source).statements()) {
      if (!statement.tokens().is(0, TokenKind.COPY_DATA)) {
        cases.add(caseOf(source, statement));
      }
    }
    return new CorpusFile(topic, source, cases);
  }

  private static Case caseOf(SourceText source, SqlStatement statement) {
    String marker = statement.comments().stream()
        .map(source::slice)
        .filter(comment -> comment.startsWith(MARKER))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no marker: " + source.slice(statement.span())));
    String words = withoutVersion(marker.substring(MARKER.length()).strip());
    int bar = words.indexOf('|');
    if (bar < 0) {
      return new Case(statement, words, List.of());
    }
    List<String> actions =
        Stream.of(words.substring(bar + 1).split(",")).map(String::strip).toList();
    return new Case(statement, words.substring(0, bar).strip(), actions);
  }

  private static String withoutVersion(String words) {
    int bracket = words.indexOf(" [");
    return bracket < 0 ? words : words.substring(0, bracket);
  }

  /** The place of a statement in its file, for messages. */
  String place(Span span) {
    return topic + ".sql:" + source.position(span.start()).line();
  }

  Optional<String> text(Span span) {
    return span.length() == 0 ? Optional.empty() : Optional.of(source.slice(span));
  }
}
