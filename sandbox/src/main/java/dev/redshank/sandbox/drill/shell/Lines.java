package dev.redshank.sandbox.drill.shell;

/** Where statements come from, line by line. */
interface Lines {
  Input next(String prompt);

  /** Whether somebody types them and sees what they do. */
  boolean typed();
}
