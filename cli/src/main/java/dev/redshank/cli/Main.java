package dev.redshank.cli;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its code. It is halted rather than exited: since Java 21
   * an exit first loads the logging framework to ask whether it is to be logged, which takes longer than
   * reading a migration. Nothing is left to do at that point: the sandbox has stopped its
   * servers, and a run that a signal ends waits for that in {@link SandboxServer}.
   */
  public static void main(String[] args) {
    Runtime.getRuntime().halt(run(args));
  }

  /** Runs one command, writes everything it has to say, and returns its exit code. */
  static int run(String... args) {
    Console console = Console.ofProcess();
    int code = new Redshank(console).run(args);
    console.close();
    return code;
  }
}
