package dev.redshank.core.statement;

import java.util.ArrayList;
import java.util.List;

/** What a {@link QueryScan} knows about one pair of parentheses; it is used again for the next pair as deep. */
final class QueryLevel {
  /** Names of WITH queries that hide tables until these parentheses close. */
  final List<String> withNames = new ArrayList<>();

  String waitingWithName = "";
  boolean inWith;
  boolean recursive;
  boolean query;
  boolean inFrom;
  boolean expectsRelation;
  boolean usingIsFrom;
  int call = CallList.NONE;

  void begin(int openedCall) {
    withNames.clear();
    waitingWithName = "";
    inWith = false;
    recursive = false;
    query = false;
    usingIsFrom = false;
    call = openedCall;
    leaveFrom();
  }

  void leaveFrom() {
    inFrom = false;
    expectsRelation = false;
  }
}
