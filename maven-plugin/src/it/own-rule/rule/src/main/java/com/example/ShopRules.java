package com.example;

import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleProvider;
import java.util.List;

public final class ShopRules implements RuleProvider {
  @Override
  public List<Rule> rules() {
    return List.of(new TableOfOurOwn());
  }
}
