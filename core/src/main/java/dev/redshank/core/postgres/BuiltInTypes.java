package dev.redshank.core.postgres;

import java.util.List;
import java.util.Optional;

/** How PostgreSQL calls its own types, from the generated file {@code types.txt}, which is read when somebody first asks. */
public final class BuiltInTypes {
  private BuiltInTypes() {}

  private static final class File {
    static final FactFile FACTS = new FactFile("types.txt", 1);
  }

  /** The name that {@code format_type()} prints for a type without a size, such as {@code integer} for {@code int4}. */
  public static Optional<String> displayName(String name, PgVersion version) {
    // Key words such as "json" since 17 are in quotes, where they mean the type and not the
    // grammar's word.
    return find(name, version).or(() -> find('"' + name + '"', version));
  }

  private static Optional<String> find(String written, PgVersion version) {
    for (List<String> line : File.FACTS.find(written)) {
      if (FactFile.contains(line.get(0), version.major())) {
        return Optional.of(line.get(1));
      }
    }
    return Optional.empty();
  }
}
