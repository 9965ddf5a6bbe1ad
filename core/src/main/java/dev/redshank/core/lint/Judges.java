package dev.redshank.core.lint;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.Moment;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.SchemaState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * Gathers moments and has them heard by the rules, on other threads where there are any. Findings are kept in the
 * order of the moments, whichever thread was quicker.
 */
final class Judges implements Moments {
  /** So many moments are worth a change of threads. */
  private static final int BATCH = 256;

  /** No more batches than this wait for a thread, so that memory does not grow with the input. */
  private static final int MOST_WAITING = 64;

  private final RuleSet rules;
  private final Policies policies;
  private final Workers workers;
  private final TouchedTables tables = new TouchedTables();
  private final Set<String> reviewed = new LinkedHashSet<>();
  private final List<LocatedFinding> findings = new ArrayList<>();
  private final List<LocatedFinding> untilValidated = new ArrayList<>();
  private final List<NotRead> notRead = new ArrayList<>();
  private final List<RuleCrash> crashes = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Deque<Future<Hearing.Outcome>> waiting = new ArrayDeque<>();
  private List<Moment> batch = new ArrayList<>();
  private DeployTexts texts = new DeployTexts();

  Judges(RuleSet rules, LintConfig config, Workers workers) {
    this.rules = rules;
    this.policies = new Policies(config);
    this.workers = workers;
  }

  /** The migrations that rules were asked about. */
  Set<String> reviewed() {
    return reviewed;
  }

  /** The tables that were locked, each once, in the order in which they are locked at their strongest. */
  List<TouchedTable> tables() {
    return tables.all();
  }

  /** Hears what is left, and waits until all is heard. */
  void finish() {
    submit();
    while (!waiting.isEmpty()) {
      keep(Workers.take(waiting.remove()));
    }
  }

  List<LocatedFinding> findings() {
    return findings;
  }

  List<NotRead> notRead() {
    return notRead;
  }

  List<RuleCrash> crashes() {
    return crashes;
  }

  @Override
  public void begin(ReadMigration migration) {
    notRead.addAll(Unread.in(migration));
    reviewed.add(migration.file().path());
    if (rules.at(DeployEnd.class).isEmpty()) {
      nextTexts();
    }
    texts.add(migration);
  }

  @Override
  public void at(StatementStep step) {
    if (!rules.about(step.statement()).isEmpty()) {
      add(step);
    }
  }

  @Override
  public void at(TransactionEnd end) {
    add(end);
  }

  @Override
  public void at(MigrationEnd end) {
    add(end);
  }

  @Override
  public void at(DeployEnd end) {
    add(end);
    nextTexts();
  }

  @Override
  public void end(SchemaState last) {
    finish();
    if (untilValidated.isEmpty()) {
      return;
    }
    Set<Place> open = last.unvalidated();
    untilValidated.stream()
        .filter(found -> found.finding().unvalidated().map(open::contains).orElse(true))
        .forEach(findings::add);
    untilValidated.clear();
  }

  private void nextTexts() {
    submit();
    texts = new DeployTexts();
  }

  private void add(Moment moment) {
    batch.add(moment);
    if (batch.size() >= BATCH) {
      submit();
    }
  }

  private void submit() {
    if (batch.isEmpty()) {
      return;
    }
    List<Moment> moments = batch;
    DeployTexts known = texts;
    batch = new ArrayList<>();
    waiting.add(workers.submit(() -> Hearing.of(moments, rules, policies, known)));
    while (waiting.size() > MOST_WAITING
        || (!waiting.isEmpty() && waiting.peek().isDone())) {
      keep(Workers.take(waiting.remove()));
    }
  }

  private void keep(Hearing.Outcome outcome) {
    outcome.claims().forEach(this::keep);
    crashes.addAll(outcome.crashes());
    outcome.locks().forEach(tables::add);
  }

  private void keep(Hearing.Claim claim) {
    String name = claim.finding().rule() + "\n" + claim.path() + "\n" + claim.words();
    int nth = seen.merge(name, 1, Integer::sum) - 1;
    String fingerprint = Fingerprint.of(claim.finding().rule(), claim.path(), claim.words(), nth);
    LocatedFinding located =
        new LocatedFinding(claim.finding(), claim.source(), claim.kind(), fingerprint);
    (claim.finding().unvalidated().isPresent() ? untilValidated : findings).add(located);
  }
}
