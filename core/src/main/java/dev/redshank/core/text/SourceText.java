package dev.redshank.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text to be read as SQL, which knows the file that each of its characters came from.
 *
 * <p>Most texts are a file's own. Others are <em>mapped</em>: the unescaped constant of an {@code
 * EXECUTE}, or SQL whose placeholders were replaced. Every span that leaves this class is a span of
 * the file, so nobody behind the lexer has to know which of the two a text was.
 */
public final class SourceText {
  private final String path;
  private final String file;
  private final String content;
  private final List<Segment> segments;
  private int[] lineStarts = {};

  private SourceText(String path, String file, String content, List<Segment> segments) {
    this.path = path;
    this.file = file;
    this.content = content;
    this.segments = segments;
  }

  /**
   * A file's own text.
   *
   * @param path how the file is named in results, with {@code /}
   * @param content its characters; a leading byte order mark is dropped
   */
  public static SourceText of(String path, String content) {
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
    return new SourceText(path, text, text, List.of());
  }

  /**
   * A text made from parts of this one.
   *
   * @param content the new text
   * @param segments where its parts lie in this text, in ascending order and without gaps
   */
  public SourceText mapped(String content, List<Segment> segments) {
    if (this.segments.isEmpty()) {
      return new SourceText(path, file, content, List.copyOf(segments));
    }
    List<Segment> throughParent = new ArrayList<>();
    for (Segment segment : segments) {
      Span origin = toFile(segment.origin().start(), segment.origin().end());
      boolean verbatim =
          segment.verbatim() && origin.length() == segment.length() && isVerbatim(origin);
      throughParent.add(new Segment(segment.start(), segment.length(), origin, verbatim));
    }
    return new SourceText(path, file, content, List.copyOf(throughParent));
  }

  /**
   * A part of this text as a text of its own.
   *
   * @param start offset of its first character in {@link #content()}
   * @param end offset behind its last
   */
  public SourceText part(int start, int end) {
    List<Segment> cut = new ArrayList<>();
    for (Segment segment : segmentsOrWhole()) {
      int from = Math.max(start, segment.start());
      int to = Math.min(end, segment.start() + segment.length());
      if (from < to) {
        cut.add(new Segment(from - start, to - from, toFile(from, to), segment.verbatim()));
      }
    }
    if (cut.isEmpty()) {
      cut.add(new Segment(0, 0, toFile(start, start), true));
    }
    return new SourceText(path, file, content.substring(start, end), List.copyOf(cut));
  }

  /** Texts of one file one behind the other; there must be one. */
  public static SourceText joined(List<SourceText> parts) {
    StringBuilder content = new StringBuilder();
    List<Segment> segments = new ArrayList<>();
    for (SourceText part : parts) {
      for (Segment segment : part.segmentsOrWhole()) {
        if (segment.length() > 0 || segments.isEmpty()) {
          int start = content.length() + segment.start();
          segments.add(new Segment(start, segment.length(), segment.origin(), segment.verbatim()));
        }
      }
      content.append(part.content);
    }
    SourceText first = parts.get(0);
    return new SourceText(first.path, first.file, content.toString(), List.copyOf(segments));
  }

  private List<Segment> segmentsOrWhole() {
    int length = content.length();
    return segments.isEmpty()
        ? List.of(new Segment(0, length, new Span(0, length), true))
        : segments;
  }

  /** How the file is named in results. */
  public String path() {
    return path;
  }

  /** The characters to be read as SQL. */
  public String content() {
    return content;
  }

  /** The characters of the file, without a byte order mark. */
  public String file() {
    return file;
  }

  /** The characters of the file that {@code span} covers. */
  public String slice(Span span) {
    return file.substring(span.start(), span.end());
  }

  /** The place in the file of a range of {@link #content()}. */
  public Span toFile(int start, int end) {
    if (segments.isEmpty()) {
      return new Span(start, end);
    }
    int from = segmentAt(start).fileOffset(start);
    int to = end == start ? from : segmentAt(end - 1).fileEnd(end);
    return new Span(from, Math.max(from, to));
  }

  /** Whether the file itself holds these characters as they are read, so that an edit may touch them. */
  public boolean isVerbatim(Span span) {
    return segments.stream()
        .filter(segment -> !segment.verbatim())
        .noneMatch(segment -> segment.origin().start() < span.end()
            && span.start() < segment.origin().end());
  }

  /** The line and column of an offset in the file. */
  public Position position(int offset) {
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    int column = file.codePointCount(starts[line], Math.min(offset, file.length()));
    return new Position(line + 1, column + 1, offset);
  }

  /** The number of lines; a text that ends in a line break has an empty last line. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** The span of a line of the file without its line break. */
  public Span line(int number) {
    int[] starts = lineStarts();
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] : file.length();
    while (end > start && (file.charAt(end - 1) == '\n' || file.charAt(end - 1) == '\r')) {
      end--;
    }
    return new Span(start, end);
  }

  /** A line ends with LF, CR LF, or a lone CR. */
  private synchronized int[] lineStarts() {
    if (lineStarts.length == 0) {
      int[] starts = new int[16];
      int count = 1;
      for (int i = 0; i < file.length(); i++) {
        char c = file.charAt(i);
        boolean ends =
            c == '\n' || (c == '\r' && (i + 1 == file.length() || file.charAt(i + 1) != '\n'));
        if (ends) {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
          }
          starts[count++] = i + 1;
        }
      }
      lineStarts = Arrays.copyOf(starts, count);
    }
    return lineStarts;
  }

  private Segment segmentAt(int offset) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return segments.get(low);
  }

  /**
   * A part of a mapped text.
   *
   * @param start where it begins in the mapped text
   * @param length its length there
   * @param origin the range that it was made from
   * @param verbatim whether it is the same characters as its origin
   */
  public record Segment(int start, int length, Span origin, boolean verbatim) {
    int fileOffset(int offset) {
      return verbatim ? origin.start() + (offset - start) : origin.start();
    }

    int fileEnd(int end) {
      return verbatim ? origin.start() + (end - start) : origin.end();
    }
  }
}
