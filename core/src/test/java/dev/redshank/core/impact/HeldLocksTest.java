package dev.redshank.core.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class HeldLocksTest {
  private static final RelationName ORDERS = new RelationName("public", "orders");
  private static final RelationName CARTS = new RelationName("public", "carts");

  @Test
  void keepsTheOrderOfFirstTakingWhenALockGetsStronger() {
    HeldLocks locks = HeldLocks.NONE
        .plus(taken(ORDERS, LockMode.SHARE))
        .plus(taken(CARTS, LockMode.SHARE))
        .plus(taken(ORDERS, LockMode.ACCESS_EXCLUSIVE));
    assertThat(locks).extracting(HeldLock::relation).containsExactly(ORDERS, CARTS);
    assertThat(locks.on(ORDERS)).map(HeldLock::mode).hasValue(LockMode.ACCESS_EXCLUSIVE);
  }

  @Test
  void whoRemembersLocksDoesNotSeeLaterOnes() {
    HeldLocks before = HeldLocks.NONE.plus(taken(ORDERS, LockMode.SHARE));
    HeldLocks after = before.plus(taken(CARTS, LockMode.SHARE));
    assertThat(before.on(CARTS)).isEmpty();
    assertThat(after.on(CARTS)).isPresent();
  }

  @Test
  void aWeakerLockLaterChangesNothing() {
    HeldLocks locks = HeldLocks.NONE
        .plus(taken(ORDERS, LockMode.ACCESS_EXCLUSIVE))
        .plus(taken(ORDERS, LockMode.SHARE));
    assertThat(locks.on(ORDERS)).map(HeldLock::mode).hasValue(LockMode.ACCESS_EXCLUSIVE);
  }

  @Test
  void asksWhatWasTakenOnlyWhenSomebodyLooksAndOnlyOnce() {
    AtomicInteger asked = new AtomicInteger();
    HeldLocks locks = HeldLocks.NONE.plus(() -> {
      asked.incrementAndGet();
      return List.of();
    });
    HeldLocks more = locks.plus(taken(CARTS, LockMode.SHARE));
    assertThat(asked).hasValue(0);
    assertThat(more.on(CARTS)).isPresent();
    assertThat(locks.on(CARTS)).isEmpty();
    assertThat(asked).hasValue(1);
  }

  @Test
  void settlesAHundredThousandStatementsInARow() {
    HeldLocks locks = HeldLocks.NONE;
    for (int i = 0; i < 100_000; i++) {
      locks = locks.plus(taken(ORDERS, LockMode.SHARE));
    }
    assertThat(locks.on(ORDERS)).isPresent();
  }

  @Test
  void remembersUnderAStrongerLockThatRowsWereWritten() {
    HeldLocks locks = HeldLocks.NONE
        .plus(() -> List.of(lock(ORDERS, LockMode.ROW_EXCLUSIVE, true)))
        .plus(taken(ORDERS, LockMode.ACCESS_EXCLUSIVE))
        .plus(() -> List.of(lock(CARTS, LockMode.ACCESS_EXCLUSIVE, false)))
        .plus(() -> List.of(lock(CARTS, LockMode.ROW_EXCLUSIVE, true)));
    assertThat(locks.stream())
        .containsExactly(
            lock(ORDERS, LockMode.ACCESS_EXCLUSIVE, true),
            lock(CARTS, LockMode.ACCESS_EXCLUSIVE, true));
  }

  private static Supplier<List<HeldLock>> taken(RelationName relation, LockMode mode) {
    return () -> List.of(lock(relation, mode, false));
  }

  private static HeldLock lock(RelationName relation, LockMode mode, boolean written) {
    return new HeldLock(relation, mode, true, written, new Place("V1__a.sql", new Span(0, 1)));
  }
}
