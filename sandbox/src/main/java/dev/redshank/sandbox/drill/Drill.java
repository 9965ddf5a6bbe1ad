package dev.redshank.sandbox.drill;

import dev.redshank.core.finding.RuleId;
import java.util.List;
import java.util.function.Supplier;

/** An incident to practise on. */
public final class Drill {
  private final String id;
  private final String topic;
  private final int level;
  private final String minutes;
  private final List<RuleId> rules;
  private final Supplier<List<Front>> fronts;
  private final DrillPage page;

  /** What is known of a drill beside its page. */
  record Facts(String topic, int level, String minutes, List<String> rules) {}

  Drill(String id, Facts facts, Supplier<List<Front>> fronts) {
    this.id = id;
    this.topic = facts.topic();
    this.level = facts.level();
    this.minutes = facts.minutes();
    this.rules = facts.rules().stream().map(RuleId::new).toList();
    this.fronts = fronts;
    this.page = new DrillPage(id);
  }

  /** Its name on the command line. */
  public String id() {
    return id;
  }

  public String title() {
    return page.title();
  }

  public String topic() {
    return topic;
  }

  /** From 1, for everybody, to 5, for those who have been on call. */
  public int level() {
    return level;
  }

  /** How many it takes, such as {@code 10–15}. */
  public String minutes() {
    return minutes;
  }

  /** The rules of the linter that would have caught its migration. */
  public List<RuleId> rules() {
    return rules;
  }

  /** What is told to whoever practises, and afterwards. */
  public DrillPage page() {
    return page;
  }

  /** What is wrong in it, anew for each run. */
  List<Front> fronts() {
    return fronts.get();
  }
}
