package dev.redshank.sandbox.drill.shell;

import java.util.List;
import java.util.function.Supplier;

/** The other side of the shell: a terminal with somebody before it, or pipes. */
interface Console extends Lines, AutoCloseable {
  /** Wide enough for whatever is printed. */
  int UNLIMITED = Integer.MAX_VALUE;

  /** Prints a text that is harmless already, and a line break. */
  void print(String text);

  /** How many cells a line has. */
  int width();

  /** Names what is done when somebody presses Ctrl-C while nothing is read. */
  void onInterrupt(Runnable action);

  /** Names the words that a key may complete. */
  void completing(Supplier<List<String>> words);

  /** Keeps what was typed for later. */
  void remember(String entry);

  @Override
  void close();
}
