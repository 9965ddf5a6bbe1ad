package dev.redshank.core.rule;

import java.util.List;

/** Brings rules from outside: found with {@link java.util.ServiceLoader}. */
public interface RuleProvider {
  List<Rule> rules();
}
