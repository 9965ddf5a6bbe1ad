package dev.redshank.build;

import java.util.Map;

/** Loads classes from memory first, and the rest as usual. */
final class InMemory extends ClassLoader {
  private final Map<String, byte[]> classes;

  InMemory(Map<String, byte[]> classes) {
    super(InMemory.class.getClassLoader());
    this.classes = classes;
  }

  /** Loads a class and has Java verify its code, which Java puts off until somebody needs it. */
  void verify(String internalName) {
    try {
      loadClass(internalName.replace('/', '.')).getDeclaredMethods();
    } catch (ClassNotFoundException missing) {
      throw new IllegalArgumentException(missing);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] file = classes.get(name.replace('.', '/'));
      if (file == null || findLoadedClass(name) != null) {
        return super.loadClass(name, resolve);
      }
      return defineClass(name, file, 0, file.length);
    }
  }
}
