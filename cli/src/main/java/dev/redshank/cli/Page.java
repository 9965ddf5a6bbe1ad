package dev.redshank.cli;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.project.RulePages;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;

/** The pages that the rules bring along. */
final class Page {
  private Page() {}

  /** A page, by the name of its class path resource. */
  static String read(String resource) throws IOException {
    return RulePages.read(RedshankRules.class, resource);
  }

  /** The page of a rule, in Markdown. */
  static String of(RuleId rule) {
    return RulePages.of(RedshankRules.class, RedshankRules::page).apply(rule);
  }
}
