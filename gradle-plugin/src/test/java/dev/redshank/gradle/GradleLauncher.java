package dev.redshank.gradle;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Starts a {@link GradleHome} in a process of its own. */
final class GradleLauncher {
  private GradleLauncher() {}

  public static void main(String[] arguments) throws Exception {
    // Java itself passes over an option of that name.
    Optional.ofNullable(System.getProperty("gradle.java.version"))
        .ifPresent(version -> System.setProperty("java.version", version));
    File[] jars = new File(System.getProperty("gradle.lib"))
        .listFiles((folder, name) -> name.endsWith(".jar"));
    Arrays.sort(jars);
    List<URL> urls = new ArrayList<>();
    for (File jar : jars) {
      urls.add(jar.toURI().toURL());
    }
    URLClassLoader loader =
        new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    Class<?> main = loader.loadClass("org.gradle.launcher.Main");
    Object launcher = main.getConstructor().newInstance();
    main.getMethod("run", String[].class).invoke(launcher, (Object) arguments);
  }
}
