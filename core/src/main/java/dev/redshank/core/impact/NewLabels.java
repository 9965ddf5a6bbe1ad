package dev.redshank.core.impact;

import dev.redshank.core.schema.Age;
import dev.redshank.core.schema.Era;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.List;
import java.util.Optional;

/** Values of enums that were added in the transaction under way. */
final class NewLabels {
  private NewLabels() {}

  /** Whether a constant among the tokens is such a value of the type of one of the target's columns. */
  static boolean used(Scene<?> scene, Tokens tokens) {
    Era now = scene.situation().schema().now();
    List<UserType> enums = scene.relation().stream()
        .flatMap(table -> table.columns().values().stream())
        .flatMap(column -> column.type().stream())
        .flatMap(type -> scene.state().type(type.name()).stream())
        .filter(type -> type.since().ageAt(now) != Age.THIS_TRANSACTION)
        .toList();
    for (int i = 0; i < tokens.size() && !enums.isEmpty(); i++) {
      if (tokens.is(i, TokenKind.STRING) && isNew(Literals.value(tokens, i), enums, now)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNew(Optional<String> constant, List<UserType> enums, Era now) {
    return constant.isPresent()
        && enums.stream()
            .flatMap(type -> Optional.ofNullable(type.labels().get(constant.get())).stream())
            .anyMatch(era -> era.ageAt(now) == Age.THIS_TRANSACTION);
  }
}
