package dev.redshank.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.replay.result.ReplayResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The measured table of each rule's page says what its replay shows. {@code -Dredshank.pages.write=true}
 * writes the tables anew, for those versions that {@code -Dredshank.postgres.majors} names.
 */
final class MeasuredTablesTest {
  private static final Path PAGES = Path.of("../rules/src/main/resources/dev/redshank/rules/pages");
  private static final String BEGIN = "<!-- generated: " + MeasuredTable.BLOCK + " -->\n";
  private static final String END = "<!-- end -->\n";
  private static final Pattern BLOCK =
      Pattern.compile(Pattern.quote(BEGIN) + "(.*?)" + Pattern.quote(END), Pattern.DOTALL);
  private static final boolean WRITES = Boolean.getBoolean("redshank.pages.write");

  static Stream<String> rules() {
    return played().map(result -> result.id()).distinct();
  }

  private static Stream<ReplayResult> played() {
    return Majors.asked().stream()
        .flatMap(version -> Played.on(version).stream())
        .map(Played::result)
        .filter(result -> result.rule().isPresent());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysWhatTheReplayShows(String rule) throws IOException {
    Path file = PAGES.resolve(rule + ".md");
    String page = Files.readString(file);
    String measured = measured(rule, page);
    if (WRITES) {
      Files.writeString(file, measured);
    }
    assertThat(Files.readString(file))
        .as("run with -Dredshank.pages.write=true to write the measured tables anew")
        .isEqualTo(measured);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void canBeReadInATerminal(String rule) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(PAGES.resolve(rule + ".md")));
    assertThat(block.find()).isTrue();
    assertThat(block.group(1).lines().filter(line -> line.startsWith("|")))
        .hasSizeBetween(3, 16)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  private static String measured(String rule, String page) {
    Matcher block = BLOCK.matcher(page);
    boolean there = block.find();
    MeasuredTable table = MeasuredTable.read(rule, there ? block.group(1) : "");
    List<ReplayResult> results =
        played().filter(result -> result.id().equals(rule)).toList();
    for (ReplayResult result : results) {
      table = table.with(result);
    }
    String text = BEGIN + table.block() + END;
    return there
        ? page.substring(0, block.start()) + text + page.substring(block.end())
        : page.stripTrailing() + "\n\n" + text;
  }
}
