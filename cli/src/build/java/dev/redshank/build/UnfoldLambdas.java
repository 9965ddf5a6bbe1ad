package dev.redshank.build;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replaces the lambdas and method references in Redshank's own jars by ordinary classes. */
public final class UnfoldLambdas {
  private UnfoldLambdas() {}

  /** Rewrites the jars in a folder, each in its place; those of other projects stay as they are. */
  public static void main(String[] args) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(Path.of(args[0]), "redshank-*.jar")) {
      for (Path jar : jars) {
        unfold(jar);
      }
    }
  }

  private static void unfold(Path file) throws IOException {
    Jar jar = Jar.read(file);
    Unfolding unfolding = Unfolding.of(jar.classes());
    if (unfolding.replaced() > 0) {
      jar.with(unfolding.classes()).write(file);
    }
    System.out.printf(
        "%s: %d lambdas became %d classes, %d stay%n",
        file.getFileName(), unfolding.replaced(), unfolding.added(), unfolding.left());
  }
}
