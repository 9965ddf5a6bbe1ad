package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.report.LintDigest.Item;
import dev.redshank.core.report.LintDigest.Lock;
import dev.redshank.core.report.LintDigest.Remark;
import dev.redshank.core.report.LintDigest.Spot;
import dev.redshank.core.report.LintDigest.Table;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code redshank lint --format json} wrote, or says why it cannot. The file may come from a stranger's pull
 * request, so it is read once, from front to back, within bounds.
 */
public final class LintDigestReader {
  private static final String SOURCE = "Write it with 'redshank lint --format json'.";

  /** Enough for 100,000 findings. */
  private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
      .maxDocumentLength(256L << 20)
      .maxNestingDepth(64)
      .maxStringLength(1 << 20)
      .maxNameLength(1_000)
      .maxNumberLength(20)
      .build();

  private final JsonParser json;
  private final List<Item> findings = new ArrayList<>();
  private final List<FailureMode> suppressed = new ArrayList<>();
  private final List<Remark> notRead = new ArrayList<>();
  private final List<Remark> broken = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final int[] counts = new int[4];
  private String tool = "";
  private String version = "";
  private String postgres = "";
  private boolean versioned;
  private boolean found;

  private LintDigestReader(JsonParser json) {
    this.json = json;
  }

  /**
   * What came of reading a report.
   *
   * @param problem why it cannot be read
   */
  public record Outcome(Optional<LintDigest> digest, Optional<Problem> problem) {}

  /** Reads the keys of an object, one call each. */
  private interface Keys {
    void read(String name) throws IOException;
  }

  /**
   * Reads a report.
   *
   * @param name how people know it
   * @throws IOException when its bytes cannot be got at
   */
  public static Outcome read(InputStream in, String name) throws IOException {
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(BOUNDS).build();
    try (JsonParser json = factory.createParser(in)) {
      LintDigestReader reader = new LintDigestReader(json);
      return new Outcome(Optional.of(reader.document()), Optional.empty());
    } catch (Unusable mistake) {
      return failed(name, mistake.getMessage());
    } catch (CharConversionException noText) {
      return failed(name, "is no text in UTF-8. " + SOURCE);
    } catch (JsonProcessingException broken) {
      JsonLocation at = broken.getLocation();
      String place = at == null || at.getLineNr() < 1
          ? name
          : name + ":" + at.getLineNr() + ":" + at.getColumnNr();
      return failed(place, "is not JSON here, or not within bounds. " + SOURCE);
    }
  }

  private static Outcome failed(String place, String message) {
    return new Outcome(
        Optional.empty(), Optional.of(new Problem(place, Optional.empty(), message)));
  }

  private LintDigest document() throws IOException {
    JsonToken first = json.nextToken();
    if (first == null) {
      throw new Unusable("is empty. See what 'redshank lint' said when it was to write it.");
    }
    if (first != JsonToken.START_OBJECT) {
      throw new Unusable("is no report of Redshank: it is no JSON object. " + SOURCE);
    }
    object(this::top);
    if (!versioned || !found || !tool.equals("redshank")) {
      throw new Unusable("is no report of 'redshank lint'. " + SOURCE);
    }
    if (json.nextToken() != null) {
      throw new Unusable("goes on behind its end. " + SOURCE);
    }
    LintDigest.Counts read = new LintDigest.Counts(counts[0], counts[1], counts[2], counts[3]);
    return new LintDigest(version, postgres, read, findings, suppressed, notRead, broken, tables);
  }

  private void top(String name) throws IOException {
    switch (name) {
      case "schemaVersion" -> schemaVersion();
      case "tool" -> object(this::tool);
      case "postgres" -> postgres = text();
      case "findings" -> {
        found = true;
        array(() -> findings.add(item()));
      }
      case "suppressed" -> array(() -> suppressed.add(item().mode()));
      case "notRead" -> array(() -> notRead.add(remark("reason")));
      case "problems" -> array(() -> broken.add(remark("message")));
      case "crashes" -> array(() -> broken.add(crash()));
      case "summary" -> object(this::count);
      case "verdict" -> object(this::verdict);
      default -> json.skipChildren();
    }
  }

  private void schemaVersion() throws IOException {
    versioned = true;
    if (number() != JsonPlaces.SCHEMA_VERSION) {
      throw new Unusable(
          "is a report with schemaVersion %s, and this Redshank reads %d: use one version for both."
              .formatted(json.getText(), JsonPlaces.SCHEMA_VERSION));
    }
  }

  private void tool(String name) throws IOException {
    switch (name) {
      case "name" -> tool = text();
      case "version" -> version = text();
      default -> json.skipChildren();
    }
  }

  private void count(String name) throws IOException {
    switch (name) {
      case "files" -> counts[0] = number();
      case "statements" -> counts[1] = number();
      case "reviewed" -> counts[2] = number();
      case "inBaseline" -> counts[3] = number();
      default -> json.skipChildren();
    }
  }

  private void verdict(String name) throws IOException {
    if (name.equals("tables")) {
      array(() -> tables.add(table()));
    } else {
      json.skipChildren();
    }
  }

  private Item item() throws IOException {
    Fields fields = new Fields();
    List<Lock> locks = new ArrayList<>();
    List<String> uncertain = new ArrayList<>();
    List<String> recipe = new ArrayList<>();
    List<Remark> related = new ArrayList<>();
    object(name -> {
      switch (name) {
        case "locks" -> array(() -> locks.add(lock(fields())));
        case "uncertain" -> array(() -> uncertain.add(fields().text("reason")));
        case "recipe" -> array(() -> recipe.add(text()));
        case "related" -> array(() -> related.add(remark("message")));
        default -> fields.read(name);
      }
    });
    return new Item(
        fields.text("rule"),
        mode(fields.text("mode")),
        severity(fields.text("severity")),
        fields.spot(),
        fields.text("message"),
        locks,
        uncertain,
        recipe,
        related);
  }

  private Remark remark(String words) throws IOException {
    Fields fields = fields();
    return new Remark(fields.spot(), fields.text(words));
  }

  private Remark crash() throws IOException {
    Fields fields = fields();
    return LintDigest.crash(fields.text("path"), fields.line, fields.text("rule"));
  }

  private Table table() throws IOException {
    Fields fields = fields();
    return new Table(lock(fields), fields.spot());
  }

  private static Lock lock(Fields fields) {
    String mode = fields.text("mode");
    for (LockMode known : LockMode.values()) {
      if (known.words().equals(mode)) {
        return new Lock(fields.text("relation"), known);
      }
    }
    throw unknown("lock mode", mode);
  }

  private static FailureMode mode(String id) {
    for (FailureMode known : FailureMode.values()) {
      if (known.id().equals(id)) {
        return known;
      }
    }
    throw unknown("failure mode", id);
  }

  private static Severity severity(String words) {
    for (Severity known : Severity.values()) {
      if (known.words().equals(words)) {
        return known;
      }
    }
    throw unknown("severity", words);
  }

  private static Unusable unknown(String kind, String value) {
    return new Unusable(
        "names a %s that this Redshank does not know, '%s': use one version for both."
            .formatted(kind, value.substring(0, Math.min(value.length(), 60))));
  }

  private Fields fields() throws IOException {
    Fields fields = new Fields();
    object(fields::read);
    return fields;
  }

  private void object(Keys keys) throws IOException {
    expect(JsonToken.START_OBJECT, "an object");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      keys.read(name);
    }
  }

  /** Adds an element. */
  private interface Element {
    void read() throws IOException;
  }

  private void array(Element element) throws IOException {
    expect(JsonToken.START_ARRAY, "a list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  private String text() throws IOException {
    expect(JsonToken.VALUE_STRING, "a text");
    return json.getText();
  }

  private int number() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return (int) Math.max(0, Math.min(json.getLongValue(), Integer.MAX_VALUE));
  }

  private void expect(JsonToken wanted, String kind) throws IOException {
    if (json.currentToken() != wanted) {
      String name = json.currentName();
      throw new Unusable("is no report of 'redshank lint': '%s' is not %s. %s"
          .formatted(name == null ? "" : name, kind, SOURCE));
    }
  }

  /** The texts of an object and the line where it begins. */
  private final class Fields {
    private final java.util.Map<String, String> texts = new java.util.HashMap<>();
    private int line;

    void read(String name) throws IOException {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else if (name.equals("line") && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        line = number();
      } else if (name.equals("start")) {
        object(this::read);
      } else {
        json.skipChildren();
      }
    }

    String text(String name) {
      String text = texts.get(name);
      if (text == null) {
        throw new Unusable(
            "is no report of 'redshank lint': a '%s' is missing. %s".formatted(name, SOURCE));
      }
      return text;
    }

    Spot spot() {
      return new Spot(text("path"), line);
    }
  }

  /** A file that is no report, with the words for its reader. */
  private static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
