package dev.redshank.flyway;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.project.BrokenInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;

/**
 * Refuses a migration with an error before Flyway runs it. What Flyway ran before is history; what it is about to run is one
 * deploy, so a database that is filled for the first time is refused nothing that only tables in use make dangerous.
 *
 * <pre>{@code
 * Flyway.configure().callbacks(new RedshankCallback().allowing("42"))
 * }</pre>
 *
 * <p>A version is allowed by {@link #allowing}, by the system property {@code redshank.allow} or the environment variable {@code
 * REDSHANK_ALLOW} (versions or names of scripts, separated by commas), and a finding by a comment in its script, {@code
 * -- redshank:allow RULE reason="…"}, or in {@code redshank.yml}.
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class RedshankCallback implements Callback {
  private static final String PROPERTY = "redshank.allow";
  private static final String VARIABLE = "REDSHANK_ALLOW";
  private static final Log LOG = LogFactory.getLog(RedshankCallback.class);

  private final Set<String> allowed;
  private Optional<PendingLint> pending = Optional.empty();

  /** Refuses every migration with an error. */
  public RedshankCallback() {
    this(Set.of());
  }

  private RedshankCallback(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * The same callback, which lets some migrations run whatever they do.
   *
   * @param versions or names of scripts, as {@code 42} or {@code R__totals.sql}
   */
  public RedshankCallback allowing(String... versions) {
    Set<String> all = new TreeSet<>(allowed);
    all.addAll(Arrays.asList(versions));
    return new RedshankCallback(all);
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_MIGRATE || event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "redshank";
  }

  /**
   * Looks at the migration that is to run next.
   *
   * @throws FlywayException with the linter's text, when it has an error that nobody allows
   */
  @Override
  public void handle(Event event, Context context) {
    if (event == Event.BEFORE_MIGRATE) {
      pending = Optional.empty();
      return;
    }
    MigrationInfo next = context.getMigrationInfo();
    if (isAllowed(next)) {
      LOG.info("Redshank lets " + next.getScript() + " run, as it is allowed.");
      return;
    }
    PendingLint lint = pending.orElseGet(() -> lint(context, next));
    pending = Optional.of(lint);
    LintResult found = lint.about(next.getScript());
    found.crashes().forEach(crash -> LOG.warn(crash.words()));
    LintResult errors = found.only(PendingLint::isError);
    if (!errors.findings().isEmpty()) {
      throw new FlywayException(refusal(next, errors));
    }
    found.findings().forEach(one -> LOG.warn(words(one)));
  }

  private static PendingLint lint(Context context, MigrationInfo first) {
    try {
      return PendingLint.of(context, first);
    } catch (BrokenInputException broken) {
      throw new FlywayException(
          "Redshank cannot look at the migrations:\n" + broken.getMessage(), broken);
    }
  }

  private boolean isAllowed(MigrationInfo next) {
    Set<String> names = new TreeSet<>(allowed);
    Stream.of(System.getProperty(PROPERTY), System.getenv(VARIABLE))
        .flatMap(Stream::ofNullable)
        .forEach(list -> names.addAll(List.of(list.split("\\s*,\\s*"))));
    String version = next.getVersion() == null ? "" : next.getVersion().getVersion();
    return names.contains(next.getScript()) || (!version.isEmpty() && names.contains(version));
  }

  private static String refusal(MigrationInfo next, LintResult errors) {
    String name =
        next.getVersion() == null ? next.getScript() : next.getVersion().getVersion();
    return "Redshank refuses %s, so that nothing of it ran.\n\n%s\nTo run it all the same: REDSHANK_ALLOW=%s"
        .formatted(next.getScript(), PendingLint.text(errors), name);
  }

  private static String words(LocatedFinding found) {
    return "Redshank: %s: %s [%s]"
        .formatted(
            found.source().path(), found.finding().message(), found.finding().rule());
  }
}
