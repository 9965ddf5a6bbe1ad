package dev.redshank.cli;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Replays;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The replays as a list; knows the sandbox. */
final class ReplayList {
  private ReplayList() {}

  /** Writes them by failure mode, that of the mode itself first. */
  static void write(Appendable out) throws IOException {
    int width =
        Replays.all().stream().mapToInt(replay -> replay.id().length()).max().orElse(0);
    for (FailureMode mode : FailureMode.values()) {
      List<Replay> ofMode = Replays.all().stream()
          .filter(replay -> replay.mode() == mode)
          .sorted(Comparator.comparing(replay -> replay.rule().isPresent()))
          .toList();
      if (!ofMode.isEmpty()) {
        out.append(mode.title()).append('\n');
      }
      for (Replay replay : ofMode) {
        String gap = " ".repeat(width - replay.id().length() + 2);
        String words = replay.rule().isPresent() ? "rule" : "the failure mode itself";
        out.append("  " + replay.id() + gap + words + versions(replay) + "\n");
      }
    }
    out.append("\n'redshank sandbox replay NAME' plays one, 'redshank sandbox replay all' all.\n");
  }

  /** Where it has something to prove, unless that is everywhere. */
  private static String versions(Replay replay) {
    List<PgVersion> holds = PgVersion.all().stream().filter(replay::holdsOn).toList();
    return holds.size() == PgVersion.all().size()
        ? ""
        : ", PostgreSQL "
            + holds.stream().map(PgVersion::toString).collect(Collectors.joining(", "));
  }
}
