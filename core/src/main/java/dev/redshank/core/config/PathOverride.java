package dev.redshank.core.config;

/** What is different for some paths. */
public record PathOverride(PathGlobs paths, Surroundings surroundings, RulePolicy rules) {}
