package dev.redshank.core.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.text.Span;
import org.junit.jupiter.api.Test;

final class HeldLocksTest {
  private static final RelationName ORDERS = new RelationName("public", "orders");
  private static final RelationName CARTS = new RelationName("public", "carts");

  @Test
  void keepsTheOrderOfFirstTakingWhenALockGetsStronger() {
    HeldLocks locks = HeldLocks.NONE
        .plus(lock(ORDERS, LockMode.SHARE))
        .plus(lock(CARTS, LockMode.SHARE))
        .plus(lock(ORDERS, LockMode.ACCESS_EXCLUSIVE));
    assertThat(locks).extracting(HeldLock::relation).containsExactly(ORDERS, CARTS);
    assertThat(locks.on(ORDERS)).map(HeldLock::mode).hasValue(LockMode.ACCESS_EXCLUSIVE);
  }

  @Test
  void whoRemembersLocksDoesNotSeeLaterOnes() {
    HeldLocks before = HeldLocks.NONE.plus(lock(ORDERS, LockMode.SHARE));
    HeldLocks after = before.plus(lock(CARTS, LockMode.SHARE));
    assertThat(before.on(CARTS)).isEmpty();
    assertThat(after.on(CARTS)).isPresent();
  }

  private static HeldLock lock(RelationName relation, LockMode mode) {
    return new HeldLock(relation, mode, true, new Place("V1__a.sql", new Span(0, 1)));
  }
}
