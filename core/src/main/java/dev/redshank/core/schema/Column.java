package dev.redshank.core.schema;

import dev.redshank.core.statement.SqlExpression;
import dev.redshank.core.statement.TypeName;
import java.util.Optional;

/**
 * A column of a relation.
 *
 * @param type absent when it is not known, as in the result of a query; the integer type behind {@code serial}
 * @param notNull whether it cannot hold NULL
 * @param defaultValue its default, where it has one that was written; {@code serial} has none here
 * @param generatedStored a stored generated column
 * @param identity GENERATED … AS IDENTITY
 * @param since when it was made
 * @param madeAt where
 * @param notNullName the name that PostgreSQL 18 gives to its NOT NULL constraint; empty where it can hold NULL
 * @param sequence the sequence that {@code serial} or an identity made for it, and that goes with it
 * @param nextval whether its default is the next value of a sequence because of {@code serial}
 */
public record Column(
    String name,
    Optional<TypeName> type,
    boolean notNull,
    Optional<SqlExpression> defaultValue,
    boolean generatedStored,
    boolean identity,
    Era since,
    Optional<Place> madeAt,
    Optional<String> notNullName,
    Optional<RelationName> sequence,
    boolean nextval) {
  /** Whether rows get a value for it by themselves. */
  public boolean hasDefault() {
    return defaultValue.isPresent() || generatedStored || identity || nextval;
  }

  Column named(String other) {
    return new Column(
        other,
        type,
        notNull,
        defaultValue,
        generatedStored,
        identity,
        since,
        madeAt,
        notNullName,
        sequence,
        nextval);
  }

  Column ofType(TypeName other) {
    return new Column(
        name,
        Optional.of(other),
        notNull,
        defaultValue,
        generatedStored,
        identity,
        since,
        madeAt,
        notNullName,
        sequence,
        nextval);
  }

  /** The same column, which cannot hold NULL any more because of a constraint of this name. */
  Column notNull(String constraint) {
    return new Column(
        name,
        type,
        true,
        defaultValue,
        generatedStored,
        identity,
        since,
        madeAt,
        Optional.of(constraint),
        sequence,
        nextval);
  }

  Column nullable() {
    return new Column(
        name,
        type,
        false,
        defaultValue,
        generatedStored,
        identity,
        since,
        madeAt,
        Optional.empty(),
        sequence,
        nextval);
  }

  Column withDefault(Optional<SqlExpression> value) {
    return new Column(
        name,
        type,
        notNull,
        value,
        generatedStored,
        identity,
        since,
        madeAt,
        notNullName,
        sequence,
        false);
  }

  Column notGenerated() {
    return new Column(
        name,
        type,
        notNull,
        defaultValue,
        false,
        identity,
        since,
        madeAt,
        notNullName,
        sequence,
        nextval);
  }

  Column withIdentity(boolean identity, Optional<RelationName> sequence) {
    return new Column(
        name,
        type,
        notNull,
        defaultValue,
        generatedStored,
        identity,
        since,
        madeAt,
        notNullName,
        sequence,
        nextval);
  }

  Column withSequence(Optional<RelationName> sequence) {
    return withIdentity(identity, sequence);
  }

  /** The same column as another table gets it at another time. */
  Column copied(Era era, Place place, boolean withDefault, boolean withGenerated) {
    boolean generated = generatedStored && withGenerated;
    return new Column(
        name,
        type,
        notNull,
        withDefault ? defaultValue : Optional.empty(),
        generated,
        false,
        era,
        Optional.of(place),
        notNullName,
        Optional.empty(),
        nextval && withDefault);
  }
}
