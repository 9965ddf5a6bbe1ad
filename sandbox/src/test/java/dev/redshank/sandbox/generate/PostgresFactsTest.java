package dev.redshank.sandbox.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.Majors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of facts that are checked in are what servers say. */
class PostgresFactsTest {
  static List<PgVersion> versions() {
    return Majors.asked();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void agreesWithTheCheckedInTables(PgVersion version) throws IOException {
    List<FactSource> sources = List.of(new FunctionFacts(), new KeywordFacts(), new TypeFacts());
    for (FactSource source : sources) {
      compare(source, version);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void agreesWithTheCheckedInTypeChanges(PgVersion version) throws IOException {
    assumeTrue(versions().size() > 1, "ten seconds a version: only where all versions are tested");
    compare(new CastFacts(), version);
  }

  @Test
  void writesWhatHoldsOnSeveralVersionsOnce() {
    FactTable table = new FactTable();
    for (int major : List.of(18, 14, 16, 15)) {
      table.add(new PgVersion(major), "name", "fact");
    }
    table.add(new PgVersion(17), "name", "another fact");
    table.add(new PgVersion(14), "a name without more", "");
    assertThat(table.lines())
        .containsExactly("a name without more|14", "name|17|another fact", "name|14-16,18|fact");
  }

  private static void compare(FactSource source, PgVersion version) throws IOException {
    Map<String, String> files = PostgresFacts.collect(List.of(source), List.of(version));
    List<String> found = facts(files.getOrDefault(source.file(), ""), version);
    assertThat(found).hasSizeGreaterThan(100);
    assertThat(facts(checkedIn(source.file()), version)).isEqualTo(found);
  }

  /** The facts that hold on a version, without the field of versions. */
  private static List<String> facts(String text, PgVersion version) {
    List<String> legend = text.lines().limit(2).toList();
    int field = List.of(legend.get(1).substring(2).split("[| ]")).indexOf("versions");
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> on(version, line.split("\\|", -1), field))
        .sorted()
        .toList();
  }

  private static Stream<String> on(PgVersion version, String[] fields, int field) {
    for (String range : fields[field].split(",")) {
      String[] ends = range.split("-");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (first <= version.major() && version.major() <= last) {
        fields[field] = "";
        return Stream.of(String.join("|", fields));
      }
    }
    return Stream.empty();
  }

  private static String checkedIn(String file) throws IOException {
    try (InputStream stream = PgVersion.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
