package dev.redshank.sandbox.rows;

import java.util.List;

/**
 * A type as the catalogs show it.
 *
 * @param name in {@code pg_type}
 * @param sql as SQL writes it, with its schema and without a modifier
 * @param kind {@code b}ase, {@code c}omposite, {@code d}omain, {@code e}num, {@code r}ange,
 *     {@code m}ultirange, {@code p}seudo
 * @param builtIn whether it is one of PostgreSQL's own
 * @param element of an array, else 0
 * @param base of a domain, with {@code baseModifier}
 * @param part the subtype of a range, the range of a multirange, the relation of a composite type
 * @param labels of an enum, in order
 * @param checks of a domain, in terms of {@code VALUE}
 */
record TypeInfo(
    long oid,
    String name,
    String sql,
    char kind,
    boolean builtIn,
    long element,
    long base,
    int baseModifier,
    long part,
    List<String> labels,
    List<String> checks) {}
