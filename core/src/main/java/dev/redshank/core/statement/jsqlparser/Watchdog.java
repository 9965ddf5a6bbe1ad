package dev.redshank.core.statement.jsqlparser;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.parser.CCJSqlParser;

/**
 * Stops a parser that does not come back. The limits of {@link PredicateParser} are there so that this never happens: the
 * largest condition takes a tenth of a second, so this long passes on no machine that only is busy.
 */
final class Watchdog {
  private static final long MILLISECONDS = 20_000;
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private Watchdog() {}

  static Watch over(CCJSqlParser parser) {
    return new Watch(parser);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "redshank-watchdog");
      thread.setDaemon(true);
      return thread;
    });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** The time that one parser has; closing it calls the watchdog off. */
  static final class Watch implements AutoCloseable {
    private final CCJSqlParser parser;
    private final ScheduledFuture<?> bark;

    private Watch(CCJSqlParser parser) {
      this.parser = parser;
      this.bark =
          TIMER.schedule(() -> parser.interrupted = true, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    boolean barked() {
      return parser.interrupted;
    }

    @Override
    public void close() {
      bark.cancel(false);
    }
  }
}
