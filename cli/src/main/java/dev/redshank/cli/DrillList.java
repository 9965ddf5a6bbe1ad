package dev.redshank.cli;

import dev.redshank.sandbox.drill.Drill;
import dev.redshank.sandbox.drill.Drills;
import java.io.IOException;
import java.io.Writer;

/** The drills as a list, and one of them by its name; knows the sandbox. */
final class DrillList {
  private final Console console;

  DrillList(Console console) {
    this.console = console;
  }

  int write() throws IOException {
    Writer out = console.out();
    int names =
        Drills.all().stream().mapToInt(drill -> drill.id().length()).max().orElse(0);
    out.write(pad("DRILL", names) + "  LEVEL  MINUTES  TOPIC\n");
    for (Drill drill : Drills.all()) {
      out.write(pad(drill.id(), names) + "  " + pad(String.valueOf(drill.level()), 5) + "  "
          + pad(drill.minutes(), 7) + "  " + drill.topic() + "\n");
      out.write("  " + drill.title() + "\n");
    }
    out.write("\n'redshank sandbox drill start NAME' starts one.\n");
    out.flush();
    return ExitCode.CLEAN;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** The drill of that name. */
  static Drill named(String name) {
    return Drills.find(name)
        .orElseThrow(() -> Nearest.unknown(
            "drill",
            name,
            Drills.all().stream().map(Drill::id).toList(),
            "redshank sandbox drill list"));
  }
}
