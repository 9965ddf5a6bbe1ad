package dev.redshank.cli;

import dev.redshank.core.report.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The page that GitHub Actions shows beside a job; steps add to it. */
final class JobSummary {
  /** GitHub drops a larger page as a whole. */
  private static final int MOST_BYTES = 1 << 20;

  private final Console console;

  JobSummary(Console console) {
    this.console = console;
  }

  /** Adds to the page, where there is one. A page that cannot be written takes nothing from the results. */
  void add(WholeFile.Content content) {
    String name = console.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (name.isEmpty()) {
      return;
    }
    try {
      StringWriter text = new StringWriter();
      content.write(text);
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      Path page = Path.of(name);
      if (bytes.length + (Files.exists(page) ? Files.size(page) : 0) > MOST_BYTES) {
        console.say("redshank: the job summary is left out: GitHub shows at most 1 MiB.");
        return;
      }
      Files.write(page, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException failure) {
      console.say("redshank: the job summary cannot be written (" + failure + ").");
    }
  }
}
