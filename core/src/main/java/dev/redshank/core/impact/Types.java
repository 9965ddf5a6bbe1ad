package dev.redshank.core.impact;

import dev.redshank.core.postgres.BuiltInTypes;
import dev.redshank.core.postgres.Casts;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a type's name stands for. */
final class Types {
  /** Types of extensions that come with PostgreSQL: none of them is a domain. */
  private static final Set<String> OF_EXTENSIONS =
      Set.of("citext", "hstore", "ltree", "lquery", "ltxtquery", "cube", "seg", "isbn", "ean13");

  private Types() {}

  /** What matters about a type when a column gets it. */
  enum Kind {
    BUILT_IN,
    MADE,
    FREE_DOMAIN,
    CONSTRAINED_DOMAIN,
    UNKNOWN
  }

  static Kind kind(TypeName type, Situation situation) {
    if (type.isSerial() || isBuiltIn(type, situation.postgres())) {
      return Kind.BUILT_IN;
    }
    Optional<UserType> made = situation.schema().state().type(type.name());
    if (made.isEmpty()) {
      return OF_EXTENSIONS.contains(type.name().name()) ? Kind.MADE : Kind.UNKNOWN;
    }
    // An array is checked element by element as it is made, so its column needs no rewrite.
    if (made.get().form() != UserType.Form.DOMAIN || type.dimensions() > 0) {
      return Kind.MADE;
    }
    return isConstrained(made.get(), situation.schema().state())
        ? Kind.CONSTRAINED_DOMAIN
        : Kind.FREE_DOMAIN;
  }

  private static boolean isBuiltIn(TypeName type, PgVersion version) {
    boolean unqualified =
        type.name().schema().map(schema -> schema.equals("pg_catalog")).orElse(true);
    return unqualified && BuiltInTypes.displayName(type.name().name(), version).isPresent();
  }

  private static boolean isConstrained(UserType domain, SchemaState state) {
    return domain.notNull()
        || !domain.constraints().isEmpty()
        || domain
            .base()
            .flatMap(base -> state.type(base.name()))
            .filter(base -> base.form() == UserType.Form.DOMAIN)
            .map(base -> isConstrained(base, state))
            .orElse(false);
  }

  /** A type as the table of casts calls it; empty when it is not known. */
  static Optional<Casts.Type> forCasts(TypeName type, Situation situation) {
    String brackets = type.dimensions() > 0 ? "[]" : "";
    if (isBuiltIn(type, situation.postgres())) {
      return BuiltInTypes.displayName(type.name().name(), situation.postgres())
          .map(name -> new Casts.Type(withoutSize(name) + brackets, sizes(type, name)));
    }
    if (type.name().name().equals("citext") || type.name().name().equals("hstore")) {
      return Optional.of(new Casts.Type(type.name().name() + brackets, List.of()));
    }
    return situation
        .schema()
        .state()
        .type(type.name())
        .flatMap(made -> ofUser(made, situation))
        .map(name -> new Casts.Type(name + brackets, List.of()));
  }

  private static Optional<String> ofUser(UserType made, Situation situation) {
    return switch (made.form()) {
      case ENUM -> Optional.of("enum");
      case COMPOSITE -> Optional.of("composite");
      case DOMAIN ->
        made.base()
            .flatMap(base -> forCasts(base, situation))
            .map(base -> "domain(" + base.base() + ")" + constraintsOf(made));
      case OTHER -> Optional.empty();
    };
  }

  private static String constraintsOf(UserType domain) {
    if (!domain.constraints().isEmpty()) {
      return " check";
    }
    return domain.notNull() ? " not null" : "";
  }

  private static String withoutSize(String name) {
    int open = name.indexOf('(');
    return open < 0 ? name : name.substring(0, open);
  }

  private static List<Integer> sizes(TypeName type, String displayName) {
    List<Integer> sizes = new ArrayList<>();
    for (String modifier : type.modifiers()) {
      try {
        sizes.add(Integer.valueOf(modifier.strip()));
      } catch (NumberFormatException word) {
        return List.of();
      }
    }
    if (displayName.equals("numeric") && sizes.size() == 1) {
      sizes.add(0);
    }
    if (sizes.isEmpty() && displayName.endsWith("(1)")) {
      sizes.add(1);
    }
    return sizes;
  }
}
