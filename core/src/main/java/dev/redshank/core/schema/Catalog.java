package dev.redshank.core.schema;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;

/**
 * Everything that a {@link SchemaState} holds.
 *
 * @param typeAliases the present names of types by their former ones: columns keep the name that was written
 * @param readers the views that read a relation
 * @param constraintNames how many tables of a schema have a constraint of this name
 * @param schemas the schemas that the migrations made, and when
 * @param extensions the extensions that the migrations made, and when
 * @param publications by name
 */
record Catalog(
    Namespace<Relation> relations,
    Namespace<Index> indexes,
    Namespace<UserType> types,
    Namespace<PVector<Routine>> routines,
    PMap<RelationName, RelationName> typeAliases,
    PMap<RelationName, PSet<RelationName>> readers,
    Namespace<Integer> constraintNames,
    PMap<String, Era> schemas,
    PMap<String, Era> extensions,
    PMap<String, Publication> publications,
    SearchPath path) {
  static final Catalog EMPTY = new Catalog(
      Namespace.empty(),
      Namespace.empty(),
      Namespace.empty(),
      Namespace.empty(),
      HashTreePMap.empty(),
      HashTreePMap.empty(),
      Namespace.empty(),
      HashTreePMap.empty(),
      HashTreePMap.empty(),
      HashTreePMap.empty(),
      SearchPath.DEFAULT);

  Catalog with(SearchPath other) {
    return new Catalog(
        relations,
        indexes,
        types,
        routines,
        typeAliases,
        readers,
        constraintNames,
        schemas,
        extensions,
        publications,
        other);
  }
}
