package dev.redshank.core.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What to do for each kind of statement or action: one look-up, however many kinds there are. */
final class Handlers<C> {
  private final Map<Class<?>, BiConsumer<C, Object>> byKind = new HashMap<>();

  <S> Handlers<C> on(Class<S> kind, BiConsumer<C, S> handler) {
    byKind.put(kind, (context, value) -> handler.accept(context, kind.cast(value)));
    return this;
  }

  boolean knows(Object value) {
    return byKind.containsKey(value.getClass());
  }

  void handle(C context, Object value) {
    BiConsumer<C, Object> handler = byKind.get(value.getClass());
    if (handler != null) {
      handler.accept(context, value);
    }
  }
}
