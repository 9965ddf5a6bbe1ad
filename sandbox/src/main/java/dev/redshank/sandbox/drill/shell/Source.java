package dev.redshank.sandbox.drill.shell;

/** Lines that are read, and what of them is not yet done. */
final class Source {
  private final Lines lines;
  private final StatementBuffer buffer = new StatementBuffer();
  private final StringBuilder entry = new StringBuilder();

  Source(Lines lines) {
    this.lines = lines;
  }

  StatementBuffer buffer() {
    return buffer;
  }

  boolean typed() {
    return lines.typed();
  }

  Input next(ShellSession session) {
    return lines.next(typed() ? session.prompt(buffer.state()) : "");
  }

  /** A line that belongs to a statement's data. */
  Input nextOfData() {
    return buffer.takeLine().<Input>map(Input.Line::new).orElseGet(() -> lines.next(">> "));
  }

  void add(String line) {
    buffer.add(line);
    if (typed()) {
      entry.append(entry.isEmpty() ? "" : "\n").append(line);
    }
  }

  /** Whether a line begins something. */
  boolean isAtStart() {
    return entry.isEmpty();
  }

  void clear() {
    buffer.clear();
    entry.setLength(0);
  }

  /** Keeps what was typed, once it is done as a whole. */
  void rememberIn(Console console) {
    if (typed() && buffer.state() == '=') {
      console.remember(entry.toString());
      entry.setLength(0);
    }
  }
}
