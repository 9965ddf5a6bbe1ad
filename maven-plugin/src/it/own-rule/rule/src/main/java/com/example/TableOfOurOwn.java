package com.example;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.CreateTable;
import java.util.List;

/** In this shop, tables are made by the platform team. */
public final class TableOfOurOwn implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("table-of-our-own"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.ERROR,
          "Table of our own")
      .about(CreateTable.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return List.of(INFO.finding(step.statement().span(), "Ask the platform team for a table."));
  }
}
