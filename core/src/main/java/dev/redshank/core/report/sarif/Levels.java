package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redshank.core.finding.Severity;

/**
 * Severities as SARIF writes them, always: the SDK leaves out whatever is SARIF's default, but the default of a result's level
 * is that of its rule, so a warning of a rule of errors would be read as an error.
 */
final class Levels {
  private Levels() {}

  static Result.Level of(Severity severity) {
    return switch (severity) {
      case ERROR -> Result.Level.ERROR;
      case WARNING -> Result.Level.WARNING;
      case NOTE -> Result.Level.NOTE;
    };
  }

  static ReportingConfiguration.Level byDefault(Severity severity) {
    return switch (severity) {
      case ERROR -> ReportingConfiguration.Level.ERROR;
      case WARNING -> ReportingConfiguration.Level.WARNING;
      case NOTE -> ReportingConfiguration.Level.NOTE;
    };
  }

  /** Has them written, by the rules for classes of the SDK that stand below. */
  static ObjectMapper always(ObjectMapper json) {
    return json.addMixIn(Result.class, OfResult.class)
        .addMixIn(ReportingConfiguration.class, OfRule.class)
        .addMixIn(Notification.class, OfNotification.class)
        .addMixIn(Run.class, OfRun.class);
  }

  abstract static class OfResult {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    abstract Result.Level getLevel();

    @JsonInclude(JsonInclude.Include.ALWAYS)
    abstract Result.Kind getKind();
  }

  abstract static class OfRule {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    abstract ReportingConfiguration.Level getLevel();
  }

  abstract static class OfNotification {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    abstract Notification.Level getLevel();
  }

  abstract static class OfRun {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    abstract Run.ColumnKind getColumnKind();
  }
}
