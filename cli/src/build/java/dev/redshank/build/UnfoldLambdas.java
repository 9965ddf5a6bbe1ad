package dev.redshank.build;

import java.io.IOException;
import java.nio.file.Path;

/** Replaces the lambdas and method references in jars by ordinary classes. */
public final class UnfoldLambdas {
  private UnfoldLambdas() {}

  /** Rewrites each of the jars in its place. */
  public static void main(String[] args) throws IOException {
    for (String arg : args) {
      Path file = Path.of(arg);
      Jar jar = Jar.read(file);
      Unfolding unfolding = Unfolding.of(jar.classes());
      jar.with(unfolding.classes()).write(file);
      System.out.printf(
          "%s: %d lambdas became %d classes, %d stay%n",
          file.getFileName(), unfolding.replaced(), unfolding.added(), unfolding.left());
    }
  }
}
