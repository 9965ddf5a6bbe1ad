package dev.redshank.core.config;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML into {@link YamlValue}s. The only class that knows SnakeYAML, of which it uses no more than the tree of
 * nodes: nothing is constructed, so that a tag names no class, and an anchor costs what it is written out.
 */
final class YamlFile {
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int MOST_VALUES = 20_000;
  private static final int MOST_LEVELS = 20;
  private static final Set<String> TAGS =
      Set.of("str", "int", "float", "bool", "null", "map", "seq", "timestamp");
  private static final String CORE = "tag:yaml.org,2002:";

  private final SourceText source;
  private final boolean plain;
  private int values;

  private YamlFile(SourceText source) {
    this.source = source;
    String text = source.content();
    this.plain = text.codePointCount(0, text.length()) == text.length();
  }

  /** What a file holds; no entries where it is empty. */
  static YamlValue read(SourceText source) throws ConfigError {
    return new YamlFile(source).read();
  }

  private YamlValue read() throws ConfigError {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(MOST_LEVELS);
    options.setAllowDuplicateKeys(true);
    // These are refused below, with words of our own; nothing is constructed from them before.
    options.setTagInspector(tag -> true);
    options.setMaxAliasesForCollections(MOST_VALUES);
    try {
      Yaml yaml = new Yaml(new SafeConstructor(options));
      Node root = yaml.compose(new java.io.StringReader(source.content()));
      return root == null ? new YamlValue.Entries(List.of(), new Span(0, 0)) : value(root, 0);
    } catch (MarkedYAMLException broken) {
      Mark mark = broken.getProblemMark();
      throw new ConfigError(mark == null ? new Span(0, 0) : at(mark), words(broken));
    } catch (ReaderException broken) {
      int offset = Math.min(offset(broken.getPosition()), source.content().length());
      String message = "holds the character U+%04X, which YAML does not allow. Remove it."
          .formatted(broken.getCodePoint());
      throw new ConfigError(new Span(offset, offset), message);
    } catch (YAMLException broken) {
      String words = String.valueOf(broken.getMessage());
      throw new ConfigError(
          new Span(0, 0),
          words.contains("Nesting Depth")
              ? "goes more than %d levels deep, and no key lies there.".formatted(MOST_LEVELS)
              : "is not YAML: " + words);
    }
  }

  private static String words(MarkedYAMLException broken) {
    String problem = String.valueOf(broken.getProblem());
    if (problem.contains("TAB")) {
      return "a tab stands here. YAML is indented with spaces.";
    }
    if (problem.contains("another document")) {
      return "a second document begins here. Keep one.";
    }
    String first = problem.lines().findFirst().orElse("");
    return "is not YAML here: " + first + ".";
  }

  private YamlValue value(Node node, int depth) throws ConfigError {
    Span span = new Span(at(node.getStartMark()).start(), at(node.getEndMark()).start());
    values++;
    if (values > MOST_VALUES || depth > MOST_LEVELS) {
      String message =
          "anchors and aliases make more than %d values or %d levels of this file. Write them out."
              .formatted(MOST_VALUES, MOST_LEVELS);
      throw new ConfigError(span, message);
    }
    requirePlainTag(node, span);
    if (node instanceof MappingNode map) {
      return new YamlValue.Entries(entries(map, depth), span);
    }
    if (node instanceof SequenceNode list) {
      List<YamlValue> items = new ArrayList<>();
      for (Node item : list.getValue()) {
        items.add(value(item, depth + 1));
      }
      return new YamlValue.Items(items, span);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new YamlValue.Scalar(
        scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, span);
  }

  private static void requirePlainTag(Node node, Span span) throws ConfigError {
    String tag = node.getTag().getValue();
    boolean known = tag.startsWith(CORE) && TAGS.contains(tag.substring(CORE.length()));
    if (!known && !tag.equals("tag:yaml.org,2002:merge")) {
      String message =
          "the tag %s is not read: values are texts, numbers, lists and keys. Remove it."
              .formatted(
                  tag.toLowerCase(Locale.ROOT).startsWith(CORE)
                      ? "!!" + tag.substring(CORE.length())
                      : tag);
      throw new ConfigError(span, message);
    }
  }

  private List<YamlValue.Entry> entries(MappingNode map, int depth) throws ConfigError {
    List<YamlValue.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : map.getValue()) {
      Node key = tuple.getKeyNode();
      Span place = new Span(at(key.getStartMark()).start(), at(key.getEndMark()).start());
      if (!(key instanceof ScalarNode scalar)) {
        throw new ConfigError(place, "a key is a word here, not a list or keys of its own.");
      }
      if (!seen.add(scalar.getValue())) {
        throw new ConfigError(
            place, "the key '" + scalar.getValue() + "' stands here a second time. Keep one.");
      }
      YamlValue value = value(tuple.getValueNode(), depth + 1);
      entries.add(new YamlValue.Entry(scalar.getValue(), place, value));
    }
    return entries;
  }

  private Span at(Mark mark) {
    int offset = Math.min(offset(mark.getIndex()), source.content().length());
    return new Span(offset, offset);
  }

  /** Marks count code points. */
  private int offset(int codePoints) {
    String text = source.content();
    int most = plain ? text.length() : text.codePointCount(0, text.length());
    int count = Math.min(codePoints, most);
    return plain ? count : text.offsetByCodePoints(0, count);
  }
}
