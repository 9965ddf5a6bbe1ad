package dev.redshank.core.finding;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How bad a finding is.
 *
 * <pre>{@code
 * finding.severity() == Severity.ERROR
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public enum Severity {
  /** Good to know. */
  NOTE,
  /** An instant of a strong lock, or a break that depends on what runs beside it. */
  WARNING,
  /** It will fail, lose data, or block reads or writes for a time that grows with the table. */
  ERROR;

  /** As people want to read of them. */
  public static final List<Severity> WORST_FIRST = List.of(ERROR, WARNING, NOTE);

  /** As JSON and the command line write it. */
  public String words() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
