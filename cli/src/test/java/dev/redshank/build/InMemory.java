package dev.redshank.build;

import java.util.Map;

/** Loads classes from memory first, and the rest as usual. */
final class InMemory extends ClassLoader {
  private final Map<String, byte[]> classes;

  InMemory(Map<String, byte[]> classes) {
    super(InMemory.class.getClassLoader());
    this.classes = classes;
  }

  /**
   * How many methods a class has. To tell that, Java verifies the code of the class, which it puts off
   * until somebody needs it.
   */
  int countMethods(String internalName) {
    try {
      return loadClass(internalName.replace('/', '.')).getDeclaredMethods().length;
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
