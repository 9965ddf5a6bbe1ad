package dev.redshank.core.project;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The rules that a build asks, and their pages: Redshank's own and those that other jars bring.
 *
 * <pre>{@code
 * RuleBook rules = RedshankRules.book().withProvided(loader);
 * }</pre>
 *
 * @param rules all of them
 * @param pages the page of each, in Markdown
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record RuleBook(List<Rule> rules, Function<RuleId, String> pages) {
  public RuleBook {
    rules = List.copyOf(rules);
  }

  /**
   * The same rules and those of every {@link RuleProvider} that a class loader sees.
   *
   * @throws BrokenInputException when a provider cannot be made, or brings a name that is there already
   */
  public RuleBook withProvided(ClassLoader loader) {
    Map<RuleId, RuleProvider> owners = new HashMap<>();
    List<Rule> all = new ArrayList<>(rules);
    try {
      for (RuleProvider provider : ServiceLoader.load(RuleProvider.class, loader)) {
        for (Rule rule : provider.rules()) {
          add(rule, provider, all, owners);
        }
      }
    } catch (ServiceConfigurationError broken) {
      throw refused(
          RuleProvider.class.getName(),
          "a provider of rules cannot be loaded: " + broken.getMessage()
              + ". Mend its jar, or take it off the class path.");
    }
    return new RuleBook(all, rule -> page(rule, owners));
  }

  private static void add(
      Rule rule, RuleProvider provider, List<Rule> all, Map<RuleId, RuleProvider> owners) {
    RuleId id = rule.info().id();
    if (all.stream().anyMatch(other -> other.info().id().equals(id))) {
      throw refused(
          provider.getClass().getName(),
          "brings a rule '" + id + "', but there is one of that name. Give it another.");
    }
    all.add(rule);
    owners.put(id, provider);
  }

  private String page(RuleId rule, Map<RuleId, RuleProvider> owners) {
    RuleProvider owner = owners.get(rule);
    return owner == null ? pages.apply(rule) : owner.page(rule).orElse("# " + rule + "\n");
  }

  private static BrokenInputException refused(String what, String why) {
    return new BrokenInputException(List.of(new Problem(what, Optional.empty(), why)));
  }
}
