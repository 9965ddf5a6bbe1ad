package dev.redshank.core.config;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.text.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that the configuration allows, for migrations that must not be edited.
 *
 * @param path where; empty for everywhere
 * @param object the name of an object that the statement names; empty for any
 * @param until the last day on which it holds
 * @param span its place in the configuration
 */
public record Allowance(
    RuleId rule,
    PathGlobs path,
    Optional<String> object,
    String reason,
    Optional<LocalDate> until,
    Span span) {}
