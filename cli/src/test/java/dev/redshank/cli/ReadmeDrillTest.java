package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * README shows a drill as it looks in a terminal, and the script that mends it; only ports and times
 * differ from run to run. {@code -Dredshank.golden=write} writes the latest run.
 */
@EnabledOnOs(OS.LINUX)
final class ReadmeDrillTest {
  private static final Path README = Path.of("").toAbsolutePath().getParent().resolve("README.md");
  private static final String NAME = "bad-migration-and-lock-pileup";
  private static final Pattern VARYING = Pattern.compile("127\\.0\\.0\\.1:\\d+|after .* s\\.$");

  @TempDir
  Path folder;

  @Test
  @Timeout(120)
  void drillInReadmeIsARealOne() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(README));
    List<String> script = block(lines, "<!-- drill: fix.sql -->");
    List<String> session = block(lines, "<!-- drill: session -->");
    Files.write(folder.resolve("fix.sql"), script);
    List<String> real = session();
    if ("write".equals(System.getProperty("redshank.golden"))) {
      session.clear();
      session.addAll(real);
      Files.writeString(README, String.join("\n", lines) + "\n");
    } else {
      assertThat(masked(session)).isEqualTo(masked(real)).hasSizeGreaterThan(20);
    }
  }

  /** The lines of the code block behind a mark. */
  private static List<String> block(List<String> lines, String mark) {
    int start = lines.indexOf(mark) + 2;
    assertThat(start).as(mark).isGreaterThan(1);
    int length = lines.subList(start, lines.size()).indexOf("```");
    return lines.subList(start, start + length);
  }

  private List<String> session() throws IOException, InterruptedException {
    List<String> session = new ArrayList<>();
    try (DrillProcess started = DrillProcess.start(folder, NAME)) {
      say(session, "start " + NAME, started.briefing());
      say(session, "hint", Run.in(folder, "sandbox", "drill", "hint").out());
      Run submitted = Run.in(folder, "sandbox", "drill", "submit", "fix.sql");
      assertThat(submitted.err()).isEmpty();
      say(session, "submit fix.sql", submitted.out());
      Run.in(folder, "sandbox", "drill", "stop");
      started.ends();
    }
    return session.subList(0, session.size() - 1);
  }

  private static void say(List<String> session, String command, String output) {
    session.add("$ redshank sandbox drill " + command);
    session.addAll(output.stripTrailing().lines().toList());
    session.add("");
  }

  private static List<String> masked(List<String> lines) {
    return lines.stream().map(line -> VARYING.matcher(line).replaceAll("…")).toList();
  }
}
