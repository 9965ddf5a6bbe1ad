package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.lint.LocatedFinding;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of locks that makes a deadlock. The first related place is where the transaction of the finding takes its first
 * lock, the finding is where it waits for the second; further related places are the locks of another transaction.
 */
final class LockOrderFlow {
  private static final String WAITS = "here it waits for the next lock";

  private LockOrderFlow() {}

  /** None for a finding about anything else. */
  static List<CodeFlow> of(LocatedFinding found, Places places) {
    Finding finding = found.finding();
    List<RelatedPlace> related = Limits.first(finding.related(), Limits.LOCATIONS_OF_A_RESULT);
    if (finding.mode() != FailureMode.MIGRATION_DEADLOCK || related.isEmpty()) {
      return List.of();
    }
    Location waits =
        Places.location(found.source(), finding.span()).withMessage(new Message().withText(WAITS));
    List<ThreadFlow> flows = new ArrayList<>();
    flows.add(flow("this transaction", List.of(location(related.get(0), places), waits), 1));
    if (related.size() > 1) {
      List<Location> others =
          related.stream().skip(1).map(place -> location(place, places)).toList();
      flows.add(flow("another transaction", others, 2));
    }
    return List.of(new CodeFlow()
        .withMessage(new Message().withText("The order in which locks are taken."))
        .withThreadFlows(flows));
  }

  private static Location location(RelatedPlace related, Places places) {
    return places.location(related.place(), related.message());
  }

  /** Each transaction has its first lock before any has its second: so they wait for each other. */
  private static ThreadFlow flow(String id, List<Location> steps, int first) {
    List<ThreadFlowLocation> locations = new ArrayList<>();
    for (Location step : steps) {
      locations.add(new ThreadFlowLocation()
          .withLocation(step)
          .withExecutionOrder(first + 2 * locations.size()));
    }
    return new ThreadFlow().withId(id).withLocations(locations);
  }
}
