package dev.redshank.rules;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOption;
import dev.redshank.fixtures.Fixture;
import dev.redshank.fixtures.FixtureFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule's page: prose by hand, and blocks that are made from the rule and its fixture. */
final class RulePage {
  static final List<String> PARTS =
      List.of("What happens", "Why PostgreSQL does it", "Do this instead", "When it is fine");

  private static final Pattern BLOCK =
      Pattern.compile("(<!-- generated: ([\\w, ]+) -->\n).*?(<!-- end -->\n)", Pattern.DOTALL);

  /** The block that the sandbox's tests fill, since it takes servers to know what is in it. */
  static final String MEASURED = "measured on PostgreSQL 14 to 18, from the replay";

  private RulePage() {}

  /** The page with its blocks as they are to be. */
  static String generated(String page, RuleInfo info, Fixture fixture) {
    Map<String, String> blocks =
        Map.of("rule", header(info), "danger and remedy", example(fixture));
    Matcher matcher = BLOCK.matcher(page);
    return matcher.replaceAll(match -> {
      if (match.group(2).equals(MEASURED)) {
        return Matcher.quoteReplacement(match.group());
      }
      String block = blocks.getOrDefault(match.group(2), "");
      return Matcher.quoteReplacement(match.group(1) + block + match.group(3));
    });
  }

  /** The names of the blocks, in order. */
  static List<String> blocks(String page) {
    return BLOCK.matcher(page).results().map(match -> match.group(2)).toList();
  }

  /** The page without the measured table, which is as long as it has to be. */
  static String prose(String page) {
    return page.substring(0, page.indexOf("<!-- generated: " + MEASURED)).stripTrailing();
  }

  private static String header(RuleInfo info) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + info.id());
    lines.add("");
    lines.add(info.title() + ".");
    lines.add("");
    lines.add("- Failure mode: " + modes(info));
    lines.add("- Severity: " + info.severity().words());
    lines.add("- PostgreSQL: 14 to 18");
    if (!info.squawk().isEmpty()) {
      lines.add("- Squawk: " + code(info.squawk()));
    }
    for (RuleOption<?> option : info.options()) {
      lines.add(
          "- Option `%s` (`%s`): %s".formatted(option.name(), option.words(), option.meaning()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String modes(RuleInfo info) {
    List<String> also = info.alsoModes().stream().map(FailureMode::id).sorted().toList();
    String mode = code(List.of(info.mode().id()));
    return also.isEmpty() ? mode : mode + ", also " + code(also);
  }

  private static String code(List<String> names) {
    return String.join(
        ", ", names.stream().sorted().map(name -> "`" + name + "`").toList());
  }

  private static String example(Fixture fixture) {
    return sql("Danger:", fixture.danger().files()) + "\n"
        + sql("Remedy:", fixture.remedy().files());
  }

  private static String sql(String title, List<FixtureFile> files) {
    StringBuilder text = new StringBuilder(title).append("\n\n```sql\n");
    for (FixtureFile file : files) {
      if (files.size() > 1) {
        text.append("-- ").append(file.name()).append('\n');
      }
      text.append(file.sql()).append('\n');
    }
    return text.append("```\n").toString();
  }
}
