package dev.redshank.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The notices of the libraries that the distribution holds: each with its licence, and the texts that
 * their licences want to be handed on. A library without a licence that is allowed, or without the text
 * of it, fails the build.
 */
public final class ThirdPartyNotices {
  private static final String APACHE = "Apache-2.0";
  private static final List<String> ALLOWED =
      List.of(APACHE, "MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "EPL-2.0");

  /** Components that are not handed on: annotations, and what Maven's libraries use in Maven only. */
  private static final Set<String> LEFT_OUT = Set.of("jspecify", "asm");

  /**
   * Libraries whose licence is listed as another: JLine's has the name "The BSD License" and the address of the one with
   * three clauses, and CycloneDX goes by the name.
   */
  private static final Map<String, List<String>> LICENCES =
      Map.of("jline-reader", List.of("BSD-3-Clause"), "jline-terminal", List.of("BSD-3-Clause"));

  /** What the launcher's picocli is called: it is compiled anew, so its jar is one of Redshank's. */
  private static final String RECOMPILED = "-picocli.jar";

  private final Path launcher;
  private final Path texts;
  private final StringBuilder list = new StringBuilder();
  private final Map<String, List<String>> bearers = new LinkedHashMap<>();

  private ThirdPartyNotices(Path launcher, Path texts) {
    this.launcher = launcher;
    this.texts = texts;
  }

  /**
   * Writes the notices. The arguments are the list of components, the folder of jars, the folder with
   * texts for jars that have none inside, and the file to write.
   */
  public static void main(String[] args) throws IOException {
    ThirdPartyNotices notices = new ThirdPartyNotices(Path.of(args[1]), Path.of(args[2]));
    Files.writeString(Path.of(args[3]), notices.of(Component.read(Path.of(args[0]))));
  }

  private String of(List<Component> components) throws IOException {
    Map<String, Path> jars = jars();
    for (Component component : components) {
      String name = component.name() + "-" + component.version();
      Path jar = jars.remove(name);
      if (jar != null) {
        add(component, jar);
      } else if (!LEFT_OUT.contains(component.name())) {
        throw new IllegalStateException(
            "%s is listed as a component, but there is no jar of it.".formatted(name));
      }
    }
    if (!jars.isEmpty()) {
      throw new IllegalStateException("No component is listed for " + jars.keySet() + ".");
    }
    return "Redshank (Apache-2.0, see LICENSE) comes with these libraries:\n\n" + list + texts();
  }

  /** The jars of others by the names and versions of what they hold. */
  private Map<String, Path> jars() throws IOException {
    Map<String, Path> jars = new LinkedHashMap<>();
    for (Path folder : List.of(launcher, launcher.resolve("sandbox"))) {
      for (String name : ClassPathFiles.jars(folder)) {
        Path jar = folder.resolve(name);
        if (!name.startsWith("redshank-")) {
          jars.put(name.substring(0, name.length() - ".jar".length()), jar);
        } else if (name.endsWith(RECOMPILED)) {
          jars.put("picocli-" + System.getProperty("picocli.version"), jar);
        }
      }
    }
    return jars;
  }

  private void add(Component component, Path jar) throws IOException {
    String title = component.name() + " " + component.version();
    List<String> licences = LICENCES.getOrDefault(component.name(), component.licences());
    String licence = ALLOWED.stream()
        .filter(licences::contains)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("%s has the licence %s, which is none of %s."
            .formatted(title, component.licences(), ALLOWED)));
    String changed = jar.toString().endsWith(RECOMPILED) ? ", compiled anew from its sources" : "";
    list.append("%s: %s%s%n".formatted(title, licence, changed).replace("\r", ""));
    Set<String> own = textsOf(component, jar);
    if (own.isEmpty() && !licence.equals(APACHE)) {
      throw new IllegalStateException("The text of the licence of %s is missing: put it into %s."
          .formatted(title, texts.resolve(component.name() + ".txt")));
    }
    own.forEach(text -> bearers.computeIfAbsent(text, none -> new ArrayList<>()).add(title));
  }

  private Set<String> textsOf(Component component, Path jar) throws IOException {
    Set<String> found = new TreeSet<>();
    Path beside = texts.resolve(component.name() + ".txt");
    if (Files.exists(beside)) {
      found.add(tidy(Files.readString(beside)));
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().<ZipEntry>map(each -> each).toList()) {
        if (entry.getName().matches("META-INF/(.+/)?(LICENSE|NOTICE|COPYING)(\\.txt|\\.md)?")) {
          byte[] text = zip.getInputStream(entry).readAllBytes();
          found.add(tidy(new String(text, StandardCharsets.UTF_8)));
        }
      }
    }
    return found;
  }

  /** The same text once, whatever ends its lines. */
  private static String tidy(String text) {
    return text.replaceAll("[ \t\r]+\n", "\n").strip() + "\n";
  }

  private String texts() {
    StringBuilder all = new StringBuilder();
    bearers.forEach((text, titles) -> all.append("\n")
        .append("-".repeat(80))
        .append("\n")
        .append("Of ")
        .append(String.join(", ", titles))
        .append(":\n\n")
        .append(text));
    return all.toString();
  }
}
