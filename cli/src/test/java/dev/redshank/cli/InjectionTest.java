package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redshank.core.project.ReportFormat;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Names and SQL are somebody else's: whatever they hold, it stays text in each format. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class InjectionTest {
  /** Escapes of terminals in one and two characters, ends of CDATA, of strings and of lines, commands of runners. */
  private static final String HOSTILE =
      "x\u001b[31m\u0007\u009b2J\u0000\u007f\u202e\u2028]]><b a='1'>&amp;%0A%"
          + "'\\\uffff\ud83d\udc26ü\r\n::error::pwned\n::set-output name=a::b\n##[add-mask]a ##vso[x]";

  /** A name of a file must not hold a NUL or a slash. */
  private static final String NAME = HOSTILE.replace("\u0000", "").replace("/", "") + ".sql";

  private static final Map<String, String> ACTIONS = Map.of("GITHUB_ACTIONS", "true");

  @TempDir
  Path folder;

  @BeforeEach
  void writeMigrations() throws IOException {
    String name = HOSTILE.replace("\"", "\"\"");
    String sql = "CREATE INDEX \"" + name + "\" ON \"" + name + "\" (at);\n"
        + "ALTER TABLE \"" + name + "\" RENAME COLUMN \"" + name + "\" TO b;\n"
        + "GIBBERISH \"" + name + "\";\n"
        + "::error::pwned\n;\n##[error]pwned;\n"
        + "-- redshank:allow " + HOSTILE.replace("\r\n", " ").replace("\n", " ") + "\n"
        + "SELECT 1;\n";
    Files.writeString(folder.resolve("a.sql"), sql);
    Files.writeString(folder.resolve("::error::pwned.sql"), sql);
    Files.writeString(folder.resolve(NAME), sql);
    Files.createSymbolicLink(folder.resolve("gone " + NAME), folder.resolve("nowhere"));
  }

  private String lint(ReportFormat format) {
    Run run = Run.among(ACTIONS, folder, "lint", "--format", format.words(), ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(harmful(run.err())).isEmpty();
    assertThat(run.out()).contains("index-without-concurrently", "pwned");
    return run.out();
  }

  /** The characters that a terminal obeys. */
  private static String harmful(String text) {
    return text.replaceAll(
        "[^\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", "");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void nothingThatATerminalObeysGetsThere(ReportFormat format) {
    assertThat(harmful(lint(format))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void noCommandButOursGetsToTheRunner(ReportFormat format) {
    assertThat(lint(format).lines()).allSatisfy(line -> {
      if (format == ReportFormat.GITHUB) {
        assertThat(line)
            .matches(
                "::(error|warning|notice) file=[^:,]*(,line=\\d+,endLine=\\d+(,col=\\d+,endColumn=\\d+)?)?"
                    + ",title=[^:,]*::.*|Not annotated: .*");
      } else {
        assertThat(line.strip()).doesNotStartWith("::").doesNotContain("##[");
      }
    });
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"JSON", "GITLAB", "RDJSON"})
  void jsonHoldsTheNamesOfTheFilesAsTheyAre(ReportFormat format) throws IOException {
    assertThat(new ObjectMapper().readTree(lint(format)).findValuesAsText("path"))
        .contains(NAME, "gone " + NAME, "::error::pwned.sql");
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"JUNIT", "CHECKSTYLE"})
  void xmlHoldsNothingButTheElementsOfItsFormat(ReportFormat format) throws Exception {
    Document document = parsed(lint(format));
    assertThat(document.getElementsByTagName("b").getLength()).isZero();
    String element = format == ReportFormat.JUNIT ? "testsuite" : "file";
    assertThat(document.getElementsByTagName(element).getLength()).isEqualTo(4);
  }

  private static Document parsed(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"TEXT", "CONCISE"})
  void linesAreOnlyOurs(ReportFormat format) {
    assertThat(lint(format).lines())
        .noneMatch(line -> line.startsWith("pwned") || line.startsWith("a::b"));
  }
}
