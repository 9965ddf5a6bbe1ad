package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import dev.redshank.core.schema.Place;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.Map;

/** Places in files; columns are in UTF-16 units, which readers of SARIF suppose where they do not look. */
final class Places {
  private static final int CONTEXT_LINES = 2;

  /** What is longer is no snippet; whoever wants to see it opens the file. */
  private static final int LONGEST_SNIPPET = 2_000;

  private final Map<String, SourceText> sources;

  Places(Map<String, SourceText> sources) {
    this.sources = sources;
  }

  /** A span with its text and the lines around it. */
  static Location location(SourceText source, Span span) {
    PhysicalLocation physical = new PhysicalLocation()
        .withArtifactLocation(FileUri.of(source.path()))
        .withRegion(withText(source, span));
    Span context = context(source, span);
    if (!context.equals(span) && context.length() <= LONGEST_SNIPPET) {
      physical.setContextRegion(withText(source, context));
    }
    return new Location().withPhysicalLocation(physical);
  }

  /** A place of which the text is shown only where it is known. */
  Location location(Place place, String message) {
    SourceText source = sources.get(place.path());
    PhysicalLocation physical =
        new PhysicalLocation().withArtifactLocation(FileUri.of(place.path()));
    if (source != null) {
      physical.setRegion(withText(source, place.span()));
    }
    return new Location()
        .withPhysicalLocation(physical)
        .withMessage(new Message().withText(MessageText.plain(message)));
  }

  /** A file of which no more than a line is known. */
  static Location location(String path, int line) {
    return new Location()
        .withPhysicalLocation(new PhysicalLocation()
            .withArtifactLocation(FileUri.of(path))
            .withRegion(new Region().withStartLine(line)));
  }

  /** A part of a file, or the file as a whole where its text is not known. */
  Location part(String path, Span span) {
    SourceText source = sources.get(path);
    return source == null ? location(path, 1) : location(source, span);
  }

  private static Region withText(SourceText source, Span span) {
    Region region = region(source, span);
    if (span.length() > 0 && span.length() <= LONGEST_SNIPPET) {
      region.setSnippet(new ArtifactContent().withText(source.slice(span)));
    }
    return region;
  }

  static Region region(SourceText source, Span span) {
    Position start = source.position(span.start());
    Position end = source.position(span.end());
    return new Region()
        .withStartLine(start.line())
        .withStartColumn(column(source, start))
        .withEndLine(end.line())
        .withEndColumn(column(source, end));
  }

  private static int column(SourceText source, Position position) {
    return position.offset() - source.line(position.line()).start() + 1;
  }

  private static Span context(SourceText source, Span span) {
    int first = Math.max(1, source.position(span.start()).line() - CONTEXT_LINES);
    int last = Math.min(source.lineCount(), source.position(span.end()).line() + CONTEXT_LINES);
    return source.line(first).to(source.line(last)).to(span);
  }
}
