package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.RelationName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * One thing that PostgreSQL does for a part of a statement under a condition. All rows that fit a statement together say what it
 * does. Each carries examples, which the sandbox runs on real servers.
 *
 * @param <P> the part that the row is about: a kind of statement, action or constraint
 */
public final class ImpactRow<P> {
  private final String id;
  private final Class<P> about;
  private final int oldest;
  private final int newest;
  private final List<Fact<? super P>> facts;
  private final List<Effect<P>> effects;
  private final List<Example> examples;

  private ImpactRow(Draft<P> draft) {
    this.id = draft.id;
    this.about = draft.about;
    this.oldest = draft.oldest;
    this.newest = draft.newest;
    this.facts = List.copyOf(draft.facts);
    this.effects = List.copyOf(draft.effects);
    this.examples = List.copyOf(draft.examples);
  }

  /** Something done, in words and in deed. */
  private record Effect<P>(String words, BiConsumer<Scene<? extends P>, Tally> deed) {}

  /** Begins a row. */
  static <P> Draft<P> row(String id, Class<P> about) {
    return new Draft<>(id, about);
  }

  public String id() {
    return id;
  }

  /** The class of the statement, action or constraint. */
  public Class<P> about() {
    return about;
  }

  /** The oldest major version for which it is true. */
  public int oldest() {
    return oldest;
  }

  /** The newest major version for which it is true. */
  public int newest() {
    return newest;
  }

  public boolean holdsOn(PgVersion version) {
    return oldest <= version.major() && version.major() <= newest;
  }

  /** When it applies, in words; empty for always. */
  public String condition() {
    return String.join(" and ", facts.stream().map(Fact::words).toList());
  }

  /** What is done, in words. */
  public List<String> effects() {
    return effects.stream().map(Effect::words).toList();
  }

  public List<Example> examples() {
    return examples;
  }

  // This and the next are asked of every row about every statement: loops are what a fresh JVM runs
  // fastest.
  boolean fits(Scene<?> scene) {
    if (!about.isInstance(scene.part()) || !holdsOn(scene.postgres())) {
      return false;
    }
    Scene<? extends P> mine = mine(scene);
    for (Fact<? super P> fact : facts) {
      if (!fact.holds(mine)) {
        return false;
      }
    }
    return true;
  }

  /** Adds what the row says; it must fit. */
  void apply(Scene<?> scene, Tally tally) {
    Scene<? extends P> mine = mine(scene);
    for (Effect<P> effect : effects) {
      effect.deed().accept(mine, tally);
    }
  }

  /** The same scene: whoever asks has made sure of the part's class. */
  @SuppressWarnings("unchecked")
  private Scene<? extends P> mine(Scene<?> scene) {
    return (Scene<? extends P>) scene;
  }

  @Override
  public String toString() {
    return id;
  }

  /** A row as it is written down: condition, effects, then examples. */
  static final class Draft<P> {
    private final String id;
    private final Class<P> about;
    private final List<Fact<? super P>> facts = new ArrayList<>();
    private final List<Effect<P>> effects = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private int oldest = PgVersion.OLDEST.major();
    private int newest = PgVersion.NEWEST.major();

    private Draft(String id, Class<P> about) {
      this.id = id;
      this.about = about;
    }

    Draft<P> from(int major) {
      oldest = major;
      return this;
    }

    Draft<P> to(int major) {
      newest = major;
      return this;
    }

    Draft<P> when(Fact<? super P> fact) {
      facts.add(fact);
      return this;
    }

    Draft<P> unless(Fact<? super P> fact) {
      facts.add(new Fact<P>("not " + fact.words(), scene -> !fact.holds(scene)));
      return this;
    }

    Draft<P> when(String words, Predicate<Scene<? extends P>> test) {
      return when(new Fact<>(words, test));
    }

    Draft<P> locks(LockMode mode, Which<? super P> which) {
      return does(
          mode.words() + " on " + which.words(),
          (scene, tally) -> tally.lock(which.in(scene), mode));
    }

    Draft<P> rewrites(Which<? super P> which) {
      return does("rewrites " + which.words(), (scene, tally) -> {
        Collection<RelationName> found = which.in(scene);
        tally.rewrite(found);
        tally.wal(volume(scene, found));
      });
    }

    Draft<P> scans(Which<? super P> which) {
      return does("scans " + which.words(), (scene, tally) -> tally.scan(which.in(scene)));
    }

    Draft<P> builds(Which<? super P> which) {
      return does("builds " + which.words(), (scene, tally) -> {
        Collection<RelationName> found = which.in(scene);
        tally.build(found);
        tally.wal(volume(scene, found));
      });
    }

    /** New files of unlogged and temporary tables are not logged. */
    private static WalVolume volume(Scene<?> scene, Collection<RelationName> files) {
      if (files.isEmpty()) {
        return WalVolume.NONE;
      }
      return scene.endsUnlogged() ? WalVolume.CATALOG : WalVolume.TABLE;
    }

    Draft<P> waitsForSnapshots() {
      return does("waits for old snapshots", (scene, tally) -> tally.waitForSnapshots());
    }

    /** Cannot run in a transaction block: there it fails with 25001. */
    Draft<P> refusesTransaction() {
      return refusesTransaction("25001");
    }

    /** Cannot run in a transaction block: there it fails. */
    Draft<P> refusesTransaction(String sqlState) {
      return does("refuses a transaction block", (scene, tally) -> {
        tally.refuseTransaction();
        if (scene.inTransaction()) {
          tally.fail(new Failure(
              sqlState, scene.statement().kind() + " cannot run inside a transaction block"));
        }
      });
    }

    Draft<P> writes(WalVolume volume) {
      return does("WAL: " + volume.words(), (scene, tally) -> tally.wal(volume));
    }

    Draft<P> fails(String sqlState, String reason) {
      return does(
          "fails with " + sqlState, (scene, tally) -> tally.fail(new Failure(sqlState, reason)));
    }

    /** Says that a fact about the relations decides, and what follows if it holds. */
    Draft<P> unsure(String fact, Which<? super P> which, String reason) {
      return does(
          "uncertain: " + fact,
          (scene, tally) ->
              which.in(scene).forEach(name -> tally.doubt(new Uncertainty(fact, name, reason))));
    }

    private Draft<P> does(String words, BiConsumer<Scene<? extends P>, Tally> deed) {
      effects.add(new Effect<>(words, deed));
      return this;
    }

    /** From here on these are the statements before the examples. */
    Given<P> given(List<String> statements) {
      return new Given<>(this, statements, List.of());
    }

    Given<P> given(String... statements) {
      return given(List.of(statements));
    }

    /** From here on these are statements before the examples that no migration tells of. */
    Given<P> unseen(List<String> statements) {
      return new Given<>(this, List.of(), statements);
    }

    private Draft<P> add(Example example) {
      examples.add(example);
      return this;
    }
  }

  /** A row as far as its condition and effects go, with what its next examples are given. */
  static final class Given<P> {
    private final Draft<P> draft;
    private final List<String> seen;
    private final List<String> unseen;

    private Given(Draft<P> draft, List<String> seen, List<String> unseen) {
      this.draft = draft;
      this.seen = seen;
      this.unseen = unseen;
    }

    /** More of it. */
    Given<P> and(String... statements) {
      List<String> more = new ArrayList<>(seen);
      more.addAll(List.of(statements));
      return new Given<>(draft, more, unseen);
    }

    Given<P> and(List<String> statements) {
      return and(statements.toArray(String[]::new));
    }

    Given<P> given(List<String> statements) {
      return draft.given(statements);
    }

    Given<P> given(String... statements) {
      return draft.given(statements);
    }

    Given<P> unseen(List<String> statements) {
      return draft.unseen(statements);
    }

    Given<P> unseen(String... statements) {
      return draft.unseen(List.of(statements));
    }

    /** Each of these is an example. */
    Given<P> shows(String... statements) {
      for (String statement : statements) {
        draft.add(new Example(seen, unseen, List.of(), statement, Example.Where.WHERE_ALLOWED));
      }
      return this;
    }

    /** An example that runs outside a transaction block. */
    Given<P> showsOutside(String statement) {
      draft.add(new Example(seen, unseen, List.of(), statement, Example.Where.OUTSIDE));
      return this;
    }

    /** An example that runs inside a transaction block although it is refused there. */
    Given<P> showsInside(String statement) {
      draft.add(new Example(seen, unseen, List.of(), statement, Example.Where.INSIDE));
      return this;
    }

    /** An example behind another statement of its transaction. */
    Given<P> showsAfter(String earlier, String statement) {
      draft.add(new Example(seen, unseen, List.of(earlier), statement, Example.Where.INSIDE));
      return this;
    }

    /** An example behind other statements of its transaction. */
    Given<P> showsAfter(List<String> earlier, String statement) {
      draft.add(new Example(seen, unseen, earlier, statement, Example.Where.INSIDE));
      return this;
    }

    ImpactRow<P> end() {
      return new ImpactRow<>(draft);
    }
  }
}
