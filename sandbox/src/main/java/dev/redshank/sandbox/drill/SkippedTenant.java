package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Part.Answer;
import dev.redshank.sandbox.drill.Picture.Thing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rollout reached {@code tenant_a} and {@code tenant_c}, but not {@code tenant_b}. */
final class SkippedTenant implements Front {
  private static final String VERSION = "20260531_add_order_release_id";
  private static final String SKIPPED = "tenant_b";
  private static final List<String> TENANTS = List.of("tenant_a", SKIPPED, "tenant_c");
  private static final int ORDERS = 50;

  @Override
  public void build(World world) throws SQLException {
    for (String tenant : TENANTS) {
      world.database(tenant, Shop.orders(ORDERS));
      if (!tenant.equals(SKIPPED)) {
        world.run(
            tenant,
            "ALTER TABLE orders ADD COLUMN release_id text",
            "INSERT INTO schema_migrations VALUES ('" + VERSION + "')");
      }
    }
  }

  @Override
  public List<Part> detect() {
    return List.of(new Part("Found the skipped tenant", SkippedTenant::changed));
  }

  private static Answer changed(Inquest inquest) throws SQLException {
    boolean column = !inquest.gained(SKIPPED, Thing.COLUMN).isEmpty();
    return column || isRecorded(inquest, SKIPPED)
        ? Answer.yes(SKIPPED + " was worked on")
        : Answer.no("nothing was done about " + SKIPPED);
  }

  @Override
  public List<Part> fix() {
    return List.of(new Part("Every tenant is migrated and recorded", SkippedTenant::complete));
  }

  private static Answer complete(Inquest inquest) throws SQLException {
    List<String> missing = new ArrayList<>();
    for (String tenant : TENANTS) {
      if (!hasColumn(inquest, tenant)) {
        missing.add(tenant + " has no orders.release_id");
      }
      if (!isRecorded(inquest, tenant)) {
        missing.add(tenant + " has no version " + VERSION);
      }
    }
    return missing.isEmpty()
        ? Answer.yes("all three have the column and the version")
        : Answer.no(String.join("; ", missing));
  }

  private static boolean hasColumn(Inquest inquest, String tenant) {
    return inquest
        .now(tenant)
        .filter(now -> now.of(Thing.COLUMN).containsValue("public.orders.release_id"))
        .isPresent();
  }

  private static boolean isRecorded(Inquest inquest, String tenant) throws SQLException {
    return inquest.is(
        tenant,
        "SELECT count(*) > 0 FROM public.schema_migrations WHERE version = '" + VERSION + "'");
  }

  @Override
  public List<Trap> traps() {
    return List.of(new Trap("Looked at the healthy tenants only", SkippedTenant::shortcut));
  }

  private static Optional<String> shortcut(Inquest inquest) throws SQLException {
    if (isRecorded(inquest, SKIPPED) && !hasColumn(inquest, SKIPPED)) {
      return Optional.of(SKIPPED + " is recorded as migrated and is not");
    }
    Set<String> visited = inquest.visited();
    boolean others = TENANTS.stream().anyMatch(visited::contains);
    return others && !visited.contains(SKIPPED)
        ? Optional.of("nobody looked at " + SKIPPED)
        : Optional.empty();
  }
}
