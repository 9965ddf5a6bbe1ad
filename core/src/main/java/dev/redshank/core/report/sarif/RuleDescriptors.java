package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The rules of a run with their pages: those that found nothing too, so that a service can close what it had. */
final class RuleDescriptors {
  /** A link in Markdown, of which a description keeps the words. */
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]*\\)");

  private final List<RuleInfo> rules;
  private final Function<RuleId, String> pages;
  private final ModeTaxonomy taxonomy;
  private final Map<RuleId, Integer> indexes = new HashMap<>();

  /**
   * @param rules by name
   * @param pages the page of a rule, in Markdown
   */
  RuleDescriptors(List<RuleInfo> rules, Function<RuleId, String> pages, ModeTaxonomy taxonomy) {
    this.rules = rules;
    this.pages = pages;
    this.taxonomy = taxonomy;
    rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
  }

  /** Where a rule stands in the list; -1 where it does not. */
  int indexOf(RuleId rule) {
    return indexes.getOrDefault(rule, -1);
  }

  Set<ReportingDescriptor> all() {
    Set<ReportingDescriptor> descriptors = new LinkedHashSet<>();
    rules.forEach(rule -> descriptors.add(descriptor(rule)));
    return descriptors;
  }

  private ReportingDescriptor descriptor(RuleInfo rule) {
    String page = pages.apply(rule.id());
    String title = rule.title() + ".";
    return new ReportingDescriptor()
        .withId(rule.id().value())
        .withName(pascalCase(rule.id().value()))
        .withShortDescription(ModeTaxonomy.text(title))
        .withFullDescription(ModeTaxonomy.text(Limits.described(whatHappens(page, title))))
        .withDefaultConfiguration(
            new ReportingConfiguration().withLevel(Levels.byDefault(rule.severity())))
        .withHelp(new MultiformatMessageString().withText(page).withMarkdown(page))
        .withRelationships(taxonomy.of(rule))
        .withProperties(properties(rule));
  }

  /** The first paragraph under the first heading of a page; without one, the title. */
  private static String whatHappens(String page, String title) {
    int heading = page.indexOf("\n## ");
    int start = heading < 0 ? -1 : page.indexOf("\n\n", heading);
    if (start < 0) {
      return title;
    }
    int end = page.indexOf("\n\n", start + 2);
    String paragraph = end < 0 ? page.substring(start + 2) : page.substring(start + 2, end);
    String plain = MessageText.plain(LINK.matcher(paragraph).replaceAll("$1"));
    return plain.isEmpty() ? title : plain;
  }

  private static PropertyBag properties(RuleInfo rule) {
    return new PropertyBag()
        .withTags(new LinkedHashSet<>(Limits.first(tags(rule), Limits.TAGS_OF_A_RULE)))
        .withAdditionalProperty("precision", rule.mode().isSafety() ? "high" : "very-high")
        .withAdditionalProperty("problem.severity", problem(rule.severity()));
  }

  private static List<String> tags(RuleInfo rule) {
    List<String> tags =
        new ArrayList<>(List.of("postgresql", "migration", rule.mode().id()));
    rule.alsoModes().stream().sorted().map(FailureMode::id).forEach(tags::add);
    rule.squawk().forEach(name -> tags.add("squawk/" + name));
    return tags;
  }

  private static String problem(Severity severity) {
    return severity == Severity.NOTE ? "recommendation" : severity.words();
  }

  /** The name as that of a class, which services show beside the id. */
  static String pascalCase(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-")) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }
}
