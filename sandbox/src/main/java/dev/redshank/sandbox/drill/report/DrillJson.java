package dev.redshank.sandbox.drill.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.sandbox.drill.DrillResult;
import dev.redshank.sandbox.drill.Score;
import dev.redshank.sandbox.drill.Score.ScoredPart;
import dev.redshank.sandbox.drill.Score.SprungTrap;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A score for programs; {@code drill.schema.json} beside this class says what is in it. */
public final class DrillJson {
  private DrillJson() {}

  /** Writes it as one document, closed with a line feed. */
  public static void write(DrillResult result, Writer out) throws IOException {
    Score score = result.score();
    JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeStringField("drill", result.drill().id());
    json.writeNumberField("postgres", result.postgres().major());
    json.writeNumberField("score", score.total());
    parts(json, "detect", score.detectPoints(), score.detect());
    parts(json, "fix", score.fixPoints(), score.fix());
    traps(json, score);
    json.writeArrayFieldStart("remarks");
    for (String remark : score.remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
    json.writeNumberField("hints", result.hints());
    json.writeNumberField("seconds", Math.round(result.millis() / 100) / 10.0);
    json.writeEndObject();
    json.close();
    out.write('\n');
  }

  private static void parts(JsonGenerator json, String name, double points, List<ScoredPart> parts)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("points", Math.round(points * 100) / 100.0);
    json.writeNumberField("of", 40);
    json.writeArrayFieldStart("parts");
    for (ScoredPart part : parts) {
      json.writeStartObject();
      json.writeStringField("name", part.name());
      json.writeBooleanField("held", part.held());
      json.writeStringField("seen", part.seen());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void traps(JsonGenerator json, Score score) throws IOException {
    json.writeObjectFieldStart("traps");
    json.writeNumberField("points", score.forTraps());
    json.writeNumberField("of", 20);
    json.writeArrayFieldStart("sprung");
    for (SprungTrap trap : score.traps()) {
      json.writeStartObject();
      json.writeStringField("name", trap.name());
      json.writeStringField("done", trap.done());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
