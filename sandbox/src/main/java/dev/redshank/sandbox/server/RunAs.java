package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom a server runs. PostgreSQL refuses to run as root, and SQL under test must not have root's
 * files within reach ({@code COPY … TO PROGRAM}), so root really becomes somebody else.
 *
 * @param uid the user's (and group's) number, or -1 for the user who runs this program
 * @param prefix what stands before each command
 * @param diesWithParent whether {@code prefix} ties the command's life to the thread that starts it
 */
record RunAs(int uid, List<String> prefix, boolean diesWithParent) {
  /** This process's own user, with nothing before the command. */
  static final RunAs SELF = new RunAs(-1, List.of(), false);

  /** The user {@code nobody} of Linux and of user namespaces. */
  private static final int NOBODY = 65534;

  private static final String NAMESPACE = "redshank.sandbox.userNamespace";

  RunAs {
    prefix = List.copyOf(prefix);
  }

  boolean changesOwner() {
    return uid >= 0;
  }

  /** A command line that runs {@code program} as this user. */
  List<String> command(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(program.toString());
    command.addAll(arguments);
    return command;
  }

  /**
   * The right user for this process.
   *
   * @throws SandboxException for root where no way to drop root's rights works
   */
  static RunAs detect(Platform platform) {
    return platform.windows() ? SELF : detect(platform, isRoot(), RunAs::works);
  }

  /** Tries whether a command works behind a prefix. */
  interface Attempt {
    boolean works(List<String> prefix, String... command);
  }

  static RunAs detect(Platform platform, boolean root, Attempt attempt) {
    if (platform.windows()) {
      return SELF;
    }
    List<String> dying = List.of("setpriv", "--pdeathsig", "QUIT");
    if (!root) {
      return attempt.works(dying, "true") ? new RunAs(-1, dying, true) : SELF;
    }
    String nobody = String.valueOf(NOBODY);
    List<String> dropping = new ArrayList<>(List.of("setpriv", "--reuid=" + nobody));
    dropping.addAll(List.of("--regid=" + nobody, "--clear-groups", "--pdeathsig", "QUIT"));
    if (attempt.works(dropping, "true")) {
      return new RunAs(NOBODY, dropping, true);
    }
    if (Boolean.getBoolean(NAMESPACE)) {
      List<String> namespace = new ArrayList<>(attempt.works(dying, "true") ? dying : List.of());
      namespace.addAll(List.of("unshare", "-U"));
      if (attempt.works(namespace, "id", "-un")) {
        return new RunAs(-1, namespace, namespace.contains("setpriv"));
      }
    }
    throw new SandboxException(
        "PostgreSQL does not run as root, and root's rights cannot be dropped here: 'setpriv' of"
            + " util-linux is missing or not permitted. Run as another user, install util-linux, or"
            + " set -D"
            + NAMESPACE
            + "=true to use 'unshare -U', where SQL under test keeps root's access to files.");
  }

  static boolean isRoot() {
    try {
      Path probe = Files.createTempFile("redshank-", ".uid");
      try {
        return Permissions.owner(probe) == 0;
      } finally {
        Files.delete(probe);
      }
    } catch (IOException unwritable) {
      throw new SandboxException("The temporary folder cannot be written", unwritable);
    }
  }

  private static boolean works(List<String> prefix, String... command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(command));
    try {
      Process process = new ProcessBuilder(all)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
