package dev.redshank.cli.comment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of JSON that somebody else wrote: what is missing or of another kind is simply not there. */
public final class Json {
  /** What is not there. */
  public static final Json NOTHING = new Json("");

  private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
      .maxNestingDepth(100)
      .maxStringLength(16 << 20)
      .build();

  private final Object value;

  private Json(Object value) {
    this.value = value;
  }

  /**
   * Reads a text of JSON.
   *
   * @throws IOException when it is none
   */
  public static Json parse(byte[] text) throws IOException {
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(BOUNDS).build();
    try (JsonParser json = factory.createParser(text)) {
      if (json.nextToken() == null) {
        throw new IOException("nothing");
      }
      Json whole = read(json);
      if (json.nextToken() != null) {
        throw new IOException("more than one value");
      }
      return whole;
    }
  }

  private static Json read(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Json> fields = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, read(json));
      }
      return new Json(fields);
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Json> elements = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        elements.add(read(json));
      }
      return new Json(elements);
    }
    return json.currentToken() == JsonToken.VALUE_NULL ? NOTHING : new Json(json.getText());
  }

  /** What is found by these keys, one below the other. */
  public Json at(String... keys) {
    Json found = this;
    for (String key : keys) {
      found = found.value instanceof Map<?, ?> fields && fields.get(key) instanceof Json below
          ? below
          : NOTHING;
    }
    return found;
  }

  /** Whether it is a list. */
  boolean isList() {
    return value instanceof List<?>;
  }

  /** Its elements, if it is a list. */
  List<Json> elements() {
    List<Json> elements = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> elements.add((Json) element));
    }
    return elements;
  }

  /** A text, a number or a truth value as it is written; empty for anything else. */
  public String text() {
    return value instanceof String text ? text : "";
  }

  /** A whole number above zero. */
  public Optional<Long> number() {
    return number(text());
  }

  /** A whole number above zero, if the text is one. */
  public static Optional<Long> number(String text) {
    boolean digits = !text.isEmpty()
        && text.length() < 19
        && text.charAt(0) != '0'
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** An object with one text in it. */
  static String object(String key, String text) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField(key, text);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("A text in memory could not be written.", impossible);
    }
    return out.toString();
  }
}
