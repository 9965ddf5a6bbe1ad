package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.OtherStatement;
import java.util.Optional;
import org.pcollections.OrderedPSet;
import org.pcollections.PSet;

/**
 * Follows publications. Their statements name the publication first, then tables; that they say FOR ALL TABLES, FOR TABLES IN
 * SCHEMA, ADD, SET or DROP is not told, so tables only ever join.
 */
final class Publications {
  private final Draft draft;

  Publications(Draft draft) {
    this.draft = draft;
  }

  static boolean isAbout(OtherStatement statement) {
    return statement.kind().equals("CREATE PUBLICATION")
        || statement.kind().equals("ALTER PUBLICATION");
  }

  void apply(OtherStatement statement) {
    Optional<ObjectName> name = statement.name();
    if (name.isEmpty()) {
      return;
    }
    boolean creates = statement.kind().equals("CREATE PUBLICATION");
    Publication known = draft.publications.get(name.get().name());
    PSet<RelationName> tables = known == null ? OrderedPSet.empty() : known.tables();
    for (ObjectName table : statement.names().subList(1, statement.names().size())) {
      tables = tables.plus(draft.resolve(table));
    }
    boolean complete = creates ? statement.names().size() > 1 : known != null && known.complete();
    draft.publications = draft.publications.plus(
        name.get().name(), new Publication(name.get().name(), tables, complete));
  }

  void rename(String from, String to) {
    Publication known = draft.publications.get(from);
    if (known != null) {
      draft.publications = draft
          .publications
          .minus(from)
          .plus(to, new Publication(to, known.tables(), known.complete()));
    }
  }
}
