package dev.redshank.sandbox.replay;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a replay is played: two acts, each in a database of its own that is set up the same way. */
public final class Stage {
  private static final String DANGER = "danger";
  private static final String REMEDY = "remedy";

  private final Theatre theatre;
  private final List<String> given = new ArrayList<>();
  private final List<ActResult> played = new ArrayList<>();
  private Optional<Scene> open = Optional.empty();

  private Stage(Theatre theatre) {
    this.theatre = theatre;
  }

  /** Plays a replay and says what came of it. */
  static ReplayResult play(Theatre theatre, Replay replay) {
    Stage stage = new Stage(theatre);
    String trouble = "";
    try {
      replay.play(stage);
    } catch (Inconclusive | SandboxException stopped) {
      trouble = String.valueOf(stopped.getMessage());
    } finally {
      stage.endAct();
    }
    return stage.result(replay, trouble);
  }

  // The set-up

  /**
   * Statements that set up the database of every act that follows; each must work. They run in a
   * session of their own: settings of the migration's session are statements of the act.
   */
  public Stage given(String... sql) {
    given.addAll(List.of(sql));
    return this;
  }

  public PgVersion version() {
    return theatre.server().version();
  }

  /** Whether the server is of a major version or newer. */
  public boolean atLeast(int major) {
    return version().atLeast(major);
  }

  // The acts

  /** What the rule warns of; without statements, they follow with {@link Act#then}. */
  public Act danger(String... sql) {
    return act(DANGER, sql);
  }

  /** What to do instead. */
  public Act remedy(String... sql) {
    return act(REMEDY, sql);
  }

  /** One more act, such as a fact against a common belief. */
  public Act also(String title, String... sql) {
    return act(title, sql);
  }

  private Act act(String title, String... sql) {
    endAct();
    if (played.stream().anyMatch(act -> act.title().equals(title))) {
      throw new IllegalStateException("There is an act already with the title " + title);
    }
    Scene scene = Scene.open(theatre, title, given);
    open = Optional.of(scene);
    return new Act(scene).then(sql);
  }

  private void endAct() {
    open.map(Scene::close).ifPresent(played::add);
    open = Optional.empty();
  }

  // The result

  private ReplayResult result(Replay replay, String trouble) {
    Optional<String> refuted = played.stream()
        .flatMap(act ->
            act.checks().stream().filter(check -> !check.held()).map(check -> words(act, check)))
        .findFirst();
    String reason = refuted.orElse(trouble.isEmpty() ? missing() : trouble);
    return new ReplayResult(
        replay.id(),
        replay.mode(),
        replay.rule(),
        replay.title(),
        version(),
        refuted.isPresent()
            ? Verdict.REFUTED
            : reason.isEmpty() ? Verdict.PROVEN : Verdict.INCONCLUSIVE,
        reason,
        find(DANGER),
        find(REMEDY),
        played.stream()
            .filter(act -> !act.title().equals(DANGER) && !act.title().equals(REMEDY))
            .toList());
  }

  private static String words(ActResult act, Check check) {
    return act.title() + ": not so that " + check.expectation() + " (" + check.seen() + ")";
  }

  private String missing() {
    return Stream.of(DANGER, REMEDY)
        .filter(title -> !find(title).holds())
        .map(title -> "nothing was expected of the " + title)
        .findFirst()
        .orElse("");
  }

  private ActResult find(String title) {
    return played.stream()
        .filter(act -> act.title().equals(title))
        .findFirst()
        .orElse(ActResult.notPlayed(title));
  }
}
