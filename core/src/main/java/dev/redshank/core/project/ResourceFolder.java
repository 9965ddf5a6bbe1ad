package dev.redshank.core.project;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A folder of the class path, such as {@code db/migration}: folders on disk where it lies in them, and what jars hold of it.
 *
 * @param folders on disk
 * @param texts what jars hold, by its path in them
 */
public record ResourceFolder(List<Path> folders, Map<String, byte[]> texts) {
  public ResourceFolder {
    folders = List.copyOf(folders);
    texts = Map.copyOf(texts);
  }

  /**
   * Looks for a folder wherever a class loader finds it.
   *
   * @param name with {@code /}, without one at its beginning
   */
  public static ResourceFolder of(ClassLoader loader, String name) throws IOException {
    String folder = name.replaceAll("^/+|/+$", "");
    List<Path> folders = new ArrayList<>();
    Map<String, byte[]> texts = new LinkedHashMap<>();
    Enumeration<URL> places = loader.getResources(folder);
    while (places.hasMoreElements()) {
      URL place = places.nextElement();
      if (place.getProtocol().equals("file")) {
        folders.add(path(place));
      } else if (place.openConnection() instanceof JarURLConnection jar) {
        read(jar, folder, texts);
      }
    }
    return new ResourceFolder(folders, texts);
  }

  private static Path path(URL place) throws IOException {
    try {
      return Path.of(place.toURI());
    } catch (URISyntaxException | FileSystemNotFoundException odd) {
      throw new IOException("The class path holds " + place + ", which is no folder.", odd);
    }
  }

  private static void read(JarURLConnection connection, String folder, Map<String, byte[]> texts)
      throws IOException {
    // A cached jar would be closed under the feet of those who use it too.
    ((URLConnection) connection).setUseCaches(false);
    String root = connection.getEntryName();
    String prefix = (root == null ? folder : root).replaceAll("/+$", "") + "/";
    try (JarFile jar = connection.getJarFile()) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
          try (InputStream text = jar.getInputStream(entry)) {
            texts.putIfAbsent(entry.getName(), text.readAllBytes());
          }
        }
      }
    }
  }

  /** Whether it is nowhere. */
  public boolean isEmpty() {
    return folders.isEmpty() && texts.isEmpty();
  }
}
