package dev.redshank.sandbox.replay;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.measure.Databases.Database;
import dev.redshank.sandbox.measure.MeasuredSession;
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
  private final boolean copies;
  private Optional<Scene> open = Optional.empty();
  private Optional<Database> original = Optional.empty();

  private Stage(Theatre theatre, boolean copies) {
    this.theatre = theatre;
    this.copies = copies;
  }

  /** Plays a replay and says what came of it. */
  static ReplayResult play(Theatre theatre, Replay replay) {
    // A failure mode is shown over many rows and in many acts: they are made once and copied.
    Stage stage = new Stage(theatre, replay.rule().isEmpty());
    String trouble = "";
    try {
      replay.play(stage);
    } catch (Inconclusive | SandboxException stopped) {
      trouble = String.valueOf(stopped.getMessage());
    } finally {
      stage.endAct();
      stage.forgetOriginal();
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
    forgetOriginal();
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
    theatre.actBegins(title);
    Scene scene =
        copies ? Scene.open(theatre, title, given, original()) : Scene.open(theatre, title, given);
    open = Optional.of(scene);
    return new Act(scene).then(sql);
  }

  private Database original() {
    Database made = original.orElseGet(() -> Scene.sure("set-up", () -> {
      Database database = theatre.databases().original();
      given.forEach(theatre::setsUp);
      MeasuredSession.setUp(theatre.server(), database, given);
      return database;
    }));
    original = Optional.of(made);
    return made;
  }

  private void forgetOriginal() {
    original.ifPresent(database -> Scene.sure("tidying up", () -> {
      theatre.databases().giveBack(database);
      return true;
    }));
    original = Optional.empty();
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
