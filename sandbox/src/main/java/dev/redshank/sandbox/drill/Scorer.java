package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Part.Answer;
import dev.redshank.sandbox.drill.Score.ScoredPart;
import dev.redshank.sandbox.drill.Score.SprungTrap;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores what became of an incident. It changes nothing, so that it can be asked again. */
final class Scorer {
  private final List<Front> fronts;

  Scorer(List<Front> fronts) {
    this.fronts = List.copyOf(fronts);
  }

  Score score(Inquest inquest) {
    List<ScoredPart> detect = new ArrayList<>();
    List<ScoredPart> fix = new ArrayList<>();
    List<SprungTrap> traps = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    fronts.forEach(front -> front.detect().forEach(part -> detect.add(scored(part, inquest))));
    fronts.forEach(front -> front.fix().forEach(part -> fix.add(scored(part, inquest))));
    for (Trap trap : traps()) {
      sprung(trap, inquest).ifPresent(done -> traps.add(new SprungTrap(trap.name(), done)));
    }
    fronts.forEach(
        front -> front.remarks().forEach(remark -> said(remark, inquest).ifPresent(remarks::add)));
    return new Score(detect, fix, traps, remarks);
  }

  private List<Trap> traps() {
    List<Trap> traps = new ArrayList<>(new NeverDone(fronts).traps());
    fronts.forEach(front -> traps.addAll(front.traps()));
    return traps;
  }

  /** What nobody can see because it is gone or locked is not as it is to be. */
  private static ScoredPart scored(Part part, Inquest inquest) {
    Answer answer;
    try {
      answer = part.question().of(inquest);
    } catch (SQLException unseen) {
      answer = Answer.no("it cannot be seen: " + Inquest.words(unseen));
    }
    return new ScoredPart(part.name(), answer.held(), answer.seen());
  }

  /** Nobody is blamed for what cannot be seen. */
  private static Optional<String> sprung(Trap trap, Inquest inquest) {
    try {
      return trap.finder().sprung(inquest);
    } catch (SQLException unseen) {
      return Optional.empty();
    }
  }

  private static Optional<String> said(Remark remark, Inquest inquest) {
    try {
      return remark.of(inquest);
    } catch (SQLException unseen) {
      return Optional.empty();
    }
  }
}
