package dev.redshank.cli;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    int code = new Redshank(console).run(args);
    console.close();
    System.exit(code);
  }
}
