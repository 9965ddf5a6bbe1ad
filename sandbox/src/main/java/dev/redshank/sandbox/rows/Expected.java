package dev.redshank.sandbox.rows;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a deploy will demand of rows that exist: they are made so that it finds what it expects. Tables are named without schema, and
 * what does not exist yet is left out.
 *
 * @param keptNull by table, columns that stay NULL where they may, because the deploy fills them
 * @param references foreign keys to come
 * @param conditions checks to come
 * @param domainConditions checks of domains to come
 * @param different columns that will be unique together
 */
public record Expected(
    SortedMap<String, SortedSet<String>> keptNull,
    List<Reference> references,
    List<Condition> conditions,
    List<DomainCondition> domainConditions,
    List<Different> different) {
  public static final Expected NOTHING =
      new Expected(new TreeMap<>(), List.of(), List.of(), List.of(), List.of());

  public Expected {
    references = List.copyOf(references);
    conditions = List.copyOf(conditions);
    domainConditions = List.copyOf(domainConditions);
    different = List.copyOf(different);
  }

  /**
   * A foreign key.
   *
   * @param targetColumns none for the target's primary key
   */
  public record Reference(
      String table, List<String> columns, String target, List<String> targetColumns) {}

  /** A condition on each row. */
  public record Condition(String table, String expression) {}

  /** A condition on each value of a domain, which it calls {@code VALUE}; the domain is named without schema. */
  public record DomainCondition(String domain, String expression) {}

  /** A unique key. */
  public record Different(String table, List<String> columns) {}
}
