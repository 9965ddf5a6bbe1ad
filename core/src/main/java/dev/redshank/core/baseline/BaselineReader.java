package dev.redshank.core.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.text.ConflictMarks;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a baseline, or says what is wrong with it and where. */
public final class BaselineReader {
  private static final String AGAIN = "Write it again with --write-baseline.";

  private final JsonParser json;
  private final List<KnownFinding> findings = new ArrayList<>();

  private BaselineReader(JsonParser json) {
    this.json = json;
  }

  /**
   * What came of reading a baseline.
   *
   * @param problem why it cannot be read
   */
  public record Outcome(Optional<Baseline> baseline, Optional<Problem> problem) {}

  /** Reads the text of a baseline. */
  public static Outcome read(SourceText source) {
    Optional<Span> conflict = ConflictMarks.firstIn(source);
    if (conflict.isPresent()) {
      return failed(source, conflict.get().start(), ConflictMarks.REPAIR);
    }
    try (JsonParser json = new JsonFactory().createParser(source.content())) {
      json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      BaselineReader reader = new BaselineReader(json);
      reader.document();
      return new Outcome(Optional.of(new Baseline(source, reader.findings)), Optional.empty());
    } catch (Unusable mistake) {
      return failed(source, mistake.offset, mistake.getMessage());
    } catch (JsonProcessingException broken) {
      JsonLocation at = broken.getLocation();
      int offset = at == null ? 0 : (int) Math.max(0, at.getCharOffset());
      return failed(source, offset, "is not JSON here. " + AGAIN);
    } catch (IOException impossible) {
      throw new IllegalStateException("A text in memory could not be read.", impossible);
    }
  }

  private static Outcome failed(SourceText source, int offset, String message) {
    int inside = Math.min(offset, source.file().length());
    Position at = source.position(inside);
    String place = source.path() + ":" + at.line() + ":" + at.column();
    Span span = new Span(inside, inside);
    return new Outcome(
        Optional.empty(), Optional.of(new Problem(place, Optional.of(span), message)));
  }

  private void document() throws IOException {
    expect(json.nextToken(), JsonToken.START_OBJECT, "is no baseline: it is no JSON object");
    boolean versioned = false;
    boolean listed = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("version")) {
        version();
        versioned = true;
      } else if (name.equals("findings") && versioned) {
        entries();
        listed = true;
      } else {
        throw unusable("is no baseline: '%s' is not expected here".formatted(name));
      }
    }
    if (!versioned) {
      throw unusable("is no baseline: it has no version");
    }
    if (!listed) {
      throw unusable("is no baseline: it lists no findings");
    }
    if (json.nextToken() != null) {
      throw unusable("goes on behind its end");
    }
  }

  private void version() throws IOException {
    expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, "has a version that is no number");
    if (!json.getText().equals(String.valueOf(BaselineFile.VERSION))) {
      throw unusable("is of version %s, and this Redshank reads version %d"
          .formatted(json.getText(), BaselineFile.VERSION));
    }
  }

  private void entries() throws IOException {
    expect(json.currentToken(), JsonToken.START_ARRAY, "lists no findings");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.START_OBJECT, "holds something else than findings");
      entry();
    }
  }

  private void entry() throws IOException {
    int start = offset();
    Map<String, String> values = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      expect(json.nextToken(), JsonToken.VALUE_STRING, "'" + name + "' is no text");
      values.put(name, json.getText());
    }
    String content = values.getOrDefault("statement", values.getOrDefault("migration", ""));
    String rule = values.getOrDefault("rule", "");
    String path = values.getOrDefault("path", "");
    if (content.isEmpty() || rule.isEmpty() || path.isEmpty()) {
      throw new Unusable(start, "names a finding without rule, path or statement. " + AGAIN);
    }
    findings.add(new KnownFinding(
        new RuleId(rule),
        path,
        values.getOrDefault("statement", ""),
        content,
        values.getOrDefault("sql", ""),
        Optional.of(new Span(start, offset() + 1))));
  }

  private int offset() {
    return (int) json.currentTokenLocation().getCharOffset();
  }

  private void expect(JsonToken token, JsonToken wanted, String otherwise) {
    if (token != wanted) {
      throw unusable(otherwise);
    }
  }

  private Unusable unusable(String message) {
    return new Unusable(Math.max(0, offset()), message + ". " + AGAIN);
  }

  /** A baseline that means nothing, with the place where it stops to. */
  private static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    Unusable(int offset, String message) {
      super(message);
      this.offset = offset;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
