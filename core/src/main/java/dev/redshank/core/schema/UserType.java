package dev.redshank.core.schema;

import dev.redshank.core.statement.TypeName;
import java.util.Optional;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A type or domain that the migrations made or changed.
 *
 * @param form what kind of type it is
 * @param labels an enum's values and when each was added; one that was added in the transaction under way cannot be used in it,
 *     unless the type is as new
 * @param addedLabels those of them that ALTER TYPE added
 * @param base the type behind a domain
 * @param notNull whether a domain refuses NULL
 * @param constraints a domain's CHECK constraints by name
 * @param attributes a composite type's attributes by name, in order
 * @param typedTables the tables made OF it
 * @param complete whether this is all there is; false for a type that migrations only change
 * @param since when it was made, or first changed
 * @param madeAt where; empty when no migration so far made it
 */
public record UserType(
    RelationName name,
    Form form,
    PMap<String, Era> labels,
    PSet<String> addedLabels,
    Optional<TypeName> base,
    boolean notNull,
    PMap<String, TableConstraint> constraints,
    PMap<String, Column> attributes,
    PSet<RelationName> typedTables,
    boolean complete,
    Era since,
    Optional<Place> madeAt) {
  /** What kind of type it is. */
  public enum Form {
    ENUM,
    COMPOSITE,
    DOMAIN,
    OTHER
  }

  UserType named(RelationName other) {
    return new UserType(
        other,
        form,
        labels,
        addedLabels,
        base,
        notNull,
        constraints,
        attributes,
        typedTables,
        complete,
        since,
        madeAt);
  }

  UserType withLabels(PMap<String, Era> other, PSet<String> added) {
    return new UserType(
        name,
        form,
        other,
        added,
        base,
        notNull,
        constraints,
        attributes,
        typedTables,
        complete,
        since,
        madeAt);
  }

  UserType withNotNull(boolean other) {
    return new UserType(
        name,
        form,
        labels,
        addedLabels,
        base,
        other,
        constraints,
        attributes,
        typedTables,
        complete,
        since,
        madeAt);
  }

  UserType withConstraints(PMap<String, TableConstraint> other) {
    return new UserType(
        name,
        form,
        labels,
        addedLabels,
        base,
        notNull,
        other,
        attributes,
        typedTables,
        complete,
        since,
        madeAt);
  }

  UserType withAttributes(PMap<String, Column> other) {
    return new UserType(
        name,
        form,
        labels,
        addedLabels,
        base,
        notNull,
        constraints,
        other,
        typedTables,
        complete,
        since,
        madeAt);
  }

  UserType withTypedTables(PSet<RelationName> other) {
    return new UserType(
        name,
        form,
        labels,
        addedLabels,
        base,
        notNull,
        constraints,
        attributes,
        other,
        complete,
        since,
        madeAt);
  }

  UserType incomplete() {
    return new UserType(
        name,
        form,
        labels,
        addedLabels,
        base,
        notNull,
        constraints,
        attributes,
        typedTables,
        false,
        since,
        madeAt);
  }
}
