package dev.redshank.core.report;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleSet;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings as Markdown, for comments on pull requests and for the summaries of jobs. */
public final class LintMarkdown {
  private LintMarkdown() {}

  /**
   * Writes a summary that is at most as long as GitHub takes it.
   *
   * @param version of Redshank
   */
  public static void write(LintResult result, RuleSet rules, String version, Writer out)
      throws IOException {
    List<RuleInfo> infos = new ArrayList<>(ProjectRules.all());
    for (Rule rule : rules.rules()) {
      infos.add(rule.info());
    }
    out.write(text(LintDigest.of(result, version), infos, MarkdownOptions.SUMMARY));
  }

  /**
   * The worst findings that there is room for, and how many there is none for.
   *
   * @param rules those whose titles are known
   */
  public static String text(LintDigest digest, List<RuleInfo> rules, MarkdownOptions options) {
    Map<String, String> titles = new HashMap<>();
    for (RuleInfo rule : rules) {
      RuleId id = rule.id();
      titles.put(id.value(), rule.title());
    }
    return new DigestMarkdown(digest, new FindingMarkdown(titles, options), options).text();
  }
}
