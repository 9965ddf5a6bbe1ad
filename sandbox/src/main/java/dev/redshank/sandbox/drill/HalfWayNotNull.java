package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.drill.Part.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A NOT NULL that was to reach three tenants: in {@code tenant_a} it holds and the application, which
 * does not know the column yet, is refused; in {@code tenant_b} it failed on rows that are NULL; {@code
 * tenant_c} was never reached.
 */
final class HalfWayNotNull implements Front {
  private static final String VERSION = "20260614_orders_region_not_null";
  private static final String DONE = "tenant_a";
  private static final List<String> OPEN = List.of("tenant_b", "tenant_c");
  private static final List<String> TENANTS = List.of(DONE, "tenant_b", "tenant_c");
  private static final int ORDERS = 2_000;

  @Override
  public void build(World world) throws SQLException {
    for (String tenant : TENANTS) {
      world.database(tenant, Shop.orders(ORDERS), "ALTER TABLE orders ADD COLUMN region text");
    }
    world.run(
        DONE,
        "UPDATE orders SET region = 'eu'",
        "ALTER TABLE orders ALTER COLUMN region SET NOT NULL",
        "INSERT INTO schema_migrations VALUES ('" + VERSION + "')");
    world.run("tenant_b", "UPDATE orders SET region = 'eu' WHERE id < " + (ORDERS - 40));
    world.run("tenant_c", "UPDATE orders SET region = 'us' WHERE id % 2 = 0");
  }

  @Override
  public void people(World world) throws SQLException {
    for (String tenant : TENANTS) {
      world.repeats(
          writer(tenant),
          "app_writer",
          tenant,
          50,
          "INSERT INTO orders (customer_id, total) VALUES (7, 19.90)");
    }
    world.awaitFailing(writer(DONE));
  }

  private static String writer(String tenant) {
    return "app_writer_" + tenant.substring(tenant.length() - 1);
  }

  @Override
  public List<Part> detect() {
    List<Part> parts = new ArrayList<>();
    for (String tenant : TENANTS) {
      String name = tenant.equals(DONE)
          ? "Found that " + tenant + " refuses the application"
          : "Found that " + tenant + " is not done";
      parts.add(new Part(name, inquest -> touched(inquest, tenant)));
    }
    return List.copyOf(parts);
  }

  private static Answer touched(Inquest inquest, String tenant) {
    return inquest.deedsIn(tenant).stream()
            .map(Deed::words)
            .anyMatch(words -> words.has("region") && words.hasAny(Set.of("alter", "update")))
        ? Answer.yes("orders.region was worked on")
        : Answer.no("nothing was done in " + tenant);
  }

  @Override
  public List<Part> fix() {
    return List.of(
        new Part(
            "The application writes in every tenant",
            inquest -> inquest.progress(
                TENANTS.stream().map(HalfWayNotNull::writer).toArray(String[]::new))),
        new Part(
            "No order is without a region",
            inquest -> inAll(
                inquest,
                "SELECT count(*) = 0 FROM public.orders WHERE region IS NULL",
                "orders without a region")),
        new Part(
            "NOT NULL holds in every tenant",
            inquest -> inAll(
                inquest,
                "SELECT attnotnull FROM pg_attribute WHERE attrelid = 'public.orders'::regclass"
                    + " AND attname = 'region'",
                "no NOT NULL")),
        new Part("Every tenant is recorded", inquest -> inAll(inquest, RECORDED, "no version")));
  }

  private static final String RECORDED =
      "SELECT count(*) > 0 FROM public.schema_migrations WHERE version = '" + VERSION + "'";

  private static Answer inAll(Inquest inquest, String sql, String lack) throws SQLException {
    List<String> lacking = new ArrayList<>();
    for (String tenant : TENANTS) {
      if (!inquest.is(tenant, sql)) {
        lacking.add(tenant);
      }
    }
    return lacking.isEmpty()
        ? Answer.yes("in all three")
        : Answer.no(lack + " in " + String.join(", ", lacking));
  }

  @Override
  public List<Trap> traps() {
    return List.of(
        new Trap("Took NOT NULL back where it holds", HalfWayNotNull::takenBack),
        new Trap("Enforced it before the application could obey", HalfWayNotNull::tooEarly),
        new Trap("Recorded what was not done", HalfWayNotNull::recordedOnly));
  }

  private static Optional<String> takenBack(Inquest inquest) {
    return inquest.deedsIn(DONE).stream()
        .filter(deed -> deed.words().hasRow("drop", "not", "null"))
        .map(deed -> "in " + DONE)
        .findFirst();
  }

  /** Without a default every order that the application takes is refused from that moment on. */
  private static Optional<String> tooEarly(Inquest inquest) {
    for (String tenant : OPEN) {
      for (Deed deed : inquest.deedsIn(tenant)) {
        if (deed.words().hasRow("set", "default")) {
          break;
        }
        if (enforces(deed.words())) {
          return Optional.of("in " + tenant + " NOT NULL came before the default");
        }
      }
    }
    return Optional.empty();
  }

  /** A CHECK that is not validated refuses new orders as well, and so does a NOT NULL of 18. */
  private static boolean enforces(WordList words) {
    return words.hasRow("set", "not", "null")
        || words.has("add")
            && (words.hasRow("region", "is", "not", "null")
                || words.hasRow("not", "null", "region"));
  }

  private static Optional<String> recordedOnly(Inquest inquest) throws SQLException {
    for (String tenant : OPEN) {
      boolean holds = inquest.is(
          tenant,
          "SELECT count(*) = 1 FROM pg_attribute WHERE attrelid = 'public.orders'::regclass"
              + " AND attname = 'region' AND attnotnull");
      if (!holds && inquest.is(tenant, RECORDED)) {
        return Optional.of(tenant + " is recorded as migrated and is not");
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Remark> remarks() {
    return List.of(HalfWayNotNull::scanned);
  }

  private static Optional<String> scanned(Inquest inquest) {
    for (String tenant : OPEN) {
      List<Deed> deeds = inquest.deedsIn(tenant);
      boolean enforced = deeds.stream().anyMatch(deed -> deed.words().hasRow("set", "not", "null"));
      boolean validated = deeds.stream().anyMatch(deed -> deed.words().has("validate"));
      if (enforced && !validated) {
        return Optional.of(
            "SET NOT NULL read all orders of " + tenant + " while nobody could read"
                + " or write them. Behind a CHECK that was added NOT VALID and validated it reads none.");
      }
    }
    return Optional.empty();
  }
}
