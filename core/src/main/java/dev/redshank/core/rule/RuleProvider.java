package dev.redshank.core.rule;

import dev.redshank.core.finding.RuleId;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Brings rules of somebody else's to a build: a jar on the plugin's class path names its provider in {@code
 * META-INF/services/dev.redshank.core.rule.RuleProvider}.
 *
 * <pre>{@code
 * public final class ShopRules implements RuleProvider {
 *   public List<Rule> rules() {
 *     return List.of(new OrdersTouched());
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public interface RuleProvider {
  /** The rules; the same ones at every call. */
  List<Rule> rules();

  /** The page of a rule, in Markdown; empty where it has none. */
  default Optional<String> page(RuleId rule) {
    return Optional.empty();
  }
}
