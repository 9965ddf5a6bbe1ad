package dev.redshank.core.change;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The program {@code git} in one folder: started without a shell, asked for nothing that changes a repository. */
final class Git {
  private static final String REPOSITORY = "GIT_DIR";
  private static final String INDEX = "GIT_INDEX_FILE";
  private static final Set<String> PLACES =
      Set.of(REPOSITORY, "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_PREFIX");

  private final Path folder;
  private final Set<String> forgotten;

  private Git(Path folder, Set<String> forgotten) {
    this.folder = folder;
    this.forgotten = forgotten;
  }

  /**
   * The git of the repository around a folder. A hook is told by variables which repository it belongs to, with which git
   * takes any folder for the top of that repository, also one in a submodule. So they count only where nothing else
   * tells; but the index of a hook's own repository is the one that will be committed.
   */
  static Git around(Path folder) throws GitRefusal {
    Map<String, String> told = System.getenv();
    boolean isTold = told.containsKey(REPOSITORY) || told.containsKey(INDEX);
    if (!isTold || told.containsKey("GIT_WORK_TREE")) {
      return new Git(folder, Set.of());
    }
    Answer found = new Git(folder, everyPlace()).repository();
    if (!found.isGiven()) {
      return new Git(folder, Set.of());
    }
    Answer hooks = new Git(Path.of("").toAbsolutePath(), Set.of()).repository();
    boolean same = hooks.isGiven() && hooks.text().equals(found.text());
    return new Git(folder, same ? PLACES : everyPlace());
  }

  private static Set<String> everyPlace() {
    Set<String> all = new HashSet<>(PLACES);
    all.add(INDEX);
    return all;
  }

  private Answer repository() throws GitRefusal {
    return ask("rev-parse", "--absolute-git-dir");
  }

  /** The same git, asked in another folder of its repository. */
  Git in(Path other) {
    return new Git(other, forgotten);
  }

  /**
   * What git answered.
   *
   * @param code 0 when it could
   * @param bytes what it printed
   * @param complaint the first line of what it complained about
   */
  record Answer(int code, byte[] bytes, String complaint) {
    boolean isGiven() {
      return code == 0;
    }

    /** What it printed, without the line break at the end. */
    String text() {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** The parts between NULs, which no name holds. */
    List<String> parts() {
      List<String> parts = new ArrayList<>();
      String text = new String(bytes, StandardCharsets.UTF_8);
      int start = 0;
      for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
        parts.add(text.substring(start, end));
        start = end + 1;
      }
      return parts;
    }
  }

  Answer ask(String... words) throws GitRefusal {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.fileMode=false"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_TRACE"));
    environment.keySet().removeAll(forgotten);
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("LC_ALL", "C");
    try {
      return answer(builder.start());
    } catch (IOException noGit) {
      throw new GitRefusal("git cannot be started. Install it and put it on the PATH.");
    }
  }

  private static Answer answer(Process process) throws IOException {
    process.getOutputStream().close();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    Thread listener = new Thread(() -> copy(process.getErrorStream(), complaints), "redshank-git");
    listener.setDaemon(true);
    listener.start();
    byte[] bytes = process.getInputStream().readAllBytes();
    try {
      int code = process.waitFor();
      listener.join();
      String complaint = complaints.toString(StandardCharsets.UTF_8);
      return new Answer(code, bytes, complaint.lines().findFirst().orElse(""));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while git was asked.", interrupted);
    }
  }

  private static void copy(InputStream from, ByteArrayOutputStream to) {
    try {
      from.transferTo(to);
    } catch (IOException gone) {
      // Git has ended, and what it said until then is enough.
      return;
    }
  }
}
