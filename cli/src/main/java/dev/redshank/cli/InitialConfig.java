package dev.redshank.cli;

import dev.redshank.core.migration.Tool;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.report.Printable;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.rules.RedshankRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The text of a first redshank.yml, with a comment for everything that it says or could say. */
final class InitialConfig {
  static final String BASELINE = "redshank-baseline.json";

  /** A name that stands for two others. */
  private static final String BOTH_TIMEOUTS = "require-timeout-settings";

  private static final Set<String> CARRIED =
      Set.of("excluded_rules", "excluded_paths", "pg_version", "assume_in_transaction");

  private final ProjectFiles.Found found;
  private final Optional<ProjectFiles.Server> server;
  private final Optional<Map<String, List<String>>> squawk;
  private final StringBuilder text = new StringBuilder();

  InitialConfig(
      ProjectFiles.Found found,
      Optional<ProjectFiles.Server> server,
      Optional<Map<String, List<String>>> squawk) {
    this.found = found;
    this.server = server;
    this.squawk = squawk;
  }

  String text() {
    line("# What Redshank is to know about this project.");
    line(
        "# 'redshank config --show' says which value holds, 'redshank config --schema' is for editors.");
    postgres();
    paths();
    line("");
    line("# The findings of the past: 'redshank lint --write-baseline " + BASELINE
        + "' writes them,");
    line("# and from then on only new ones are reported.");
    line("baseline: " + BASELINE);
    line("");
    line("# Timeouts that role, database or connection set before a migration runs.");
    line("# timeouts:");
    line("#   lock: 2s");
    line("#   statement: 30s");
    squawk.ifPresent(this::squawk);
    rules();
    line("");
    line("# Findings that are accepted in migrations that ran and must not change.");
    line("# allow:");
    line("#   - rule: table-dropped");
    line("#     path: " + example());
    line("#     reason: nobody used it any more");
    line("#     until: 2027-01-31");
    return text.toString();
  }

  private String example() {
    String folder = found.folders().isEmpty() ? "db" : found.folders().get(0);
    return folder + (found.tool() == Tool.FLYWAY ? "/V7__old.sql" : "/007_old.sql");
  }

  private void postgres() {
    Optional<String> told = squawk
        .map(toml -> toml.getOrDefault("pg_version", List.of()))
        .flatMap(values -> values.stream().findFirst());
    String version = told.orElse(server.map(one -> String.valueOf(one.major())).orElse(""));
    String origin = told.isPresent()
        ? " (from .squawk.toml)"
        : server.map(one -> " (found in " + printable(one.file()) + ")").orElse("");
    Optional<PgVersion> known = PgVersion.parse(version);
    line("");
    if (known.isPresent()) {
      line("# The version of the server" + origin + ".");
      line("postgres: " + known.get());
    } else {
      String why = version.isEmpty()
          ? ""
          : "; " + printable(version) + origin + " is not one of " + PgVersion.OLDEST + " to "
              + PgVersion.NEWEST;
      line("# The version of the server" + why + ".");
      line("# postgres: " + PgVersion.DEFAULT);
    }
  }

  private void paths() {
    line("");
    if (found.folders().isEmpty()) {
      line("# Where the migrations are; none were found.");
      line("# paths:");
      line("#   - db/migration");
      return;
    }
    line(
        found.tool() == Tool.FLYWAY
            ? "# Where the migrations are; they have Flyway's names."
            : "# Where the migrations are; they run in the order of their names.");
    list("paths", found.folders());
  }

  private void squawk(Map<String, List<String>> toml) {
    line("");
    line("# From .squawk.toml; its comments in migrations (-- squawk-ignore) are honoured too.");
    line("squawk-comments: true");
    if (toml.getOrDefault("assume_in_transaction", List.of()).contains("true")) {
      line("transaction: file");
    }
    List<String> excluded = toml.getOrDefault("excluded_paths", List.of());
    if (!excluded.isEmpty()) {
      list("exclude", excluded);
    }
    for (String key : toml.keySet()) {
      if (!CARRIED.contains(key)) {
        line("# not carried over: " + printable(key));
      }
    }
  }

  private void rules() {
    line("");
    line("# off, note, warning or error, or a rule's options; 'redshank rules' lists the rules.");
    Set<String> excluded = new TreeSet<>(
        squawk.map(toml -> toml.getOrDefault("excluded_rules", List.of())).orElse(List.of()));
    if (excluded.isEmpty()) {
      line("# rules:");
      line("#   unbatched-backfill:");
      line("#     small-tables: [countries]");
      return;
    }
    switchOff(excluded);
  }

  private void switchOff(Set<String> excluded) {
    if (excluded.remove(BOTH_TIMEOUTS)) {
      excluded.addAll(List.of("require-lock-timeout", "require-statement-timeout"));
    }
    List<String> off = new ArrayList<>();
    Set<String> covered = new TreeSet<>();
    for (Rule rule : RedshankRules.all()) {
      rule(rule.info(), excluded, off, covered);
    }
    line(off.isEmpty() ? "# rules:" : "rules:");
    off.forEach(this::line);
    excluded.stream()
        .filter(name -> !covered.contains(name))
        .forEach(name -> line("# excluded in .squawk.toml, and no rule here: " + printable(name)));
  }

  /** A rule goes off when everything that it answers was excluded. */
  private static void rule(
      RuleInfo rule, Set<String> excluded, List<String> off, Set<String> covered) {
    List<String> answers =
        rule.squawk().stream().filter(name -> !name.equals(BOTH_TIMEOUTS)).toList();
    List<String> out = answers.stream().filter(excluded::contains).toList();
    covered.addAll(out);
    if (out.isEmpty()) {
      return;
    }
    if (out.size() == answers.size()) {
      off.add("  %s: off  # %s".formatted(rule.id(), String.join(", ", out)));
    } else {
      List<String> others =
          answers.stream().filter(name -> !excluded.contains(name)).toList();
      off.add("  # %s stays on: it answers %s too, which was not excluded"
          .formatted(rule.id(), String.join(", ", others)));
    }
  }

  private void list(String key, List<String> values) {
    line(key + ":");
    values.forEach(value -> line("  - " + scalar(value)));
  }

  /** A text as YAML reads it back, whatever it holds. */
  private static String scalar(String value) {
    boolean plain =
        value.matches("[A-Za-z_./][A-Za-z0-9_./-]*") && !value.matches("true|false|null");
    if (plain) {
      return value;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        quoted.append("\\x%02x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static String printable(String text) {
    return Printable.oneLine(text);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
