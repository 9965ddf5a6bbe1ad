package dev.redshank.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The classes of a jar without lambdas: each lambda and each method reference is a class of its own.
 *
 * <p>What a lambda does stays where javac put it, in a private method of the class it is written in.
 * The new class may call that because it is a mate of the same nest, so nobody else may call more than
 * before.
 */
final class Unfolding {
  private final SortedMap<String, byte[]> classes = new TreeMap<>();
  private final SortedMap<String, List<String>> newMates = new TreeMap<>();
  private int replaced;
  private int left;
  private int added;

  private Unfolding() {}

  /** Unfolds classes, which are given by their internal names; whole nests at once. */
  static Unfolding of(SortedMap<String, byte[]> classes) {
    Unfolding unfolding = new Unfolding();
    classes.values().forEach(unfolding::unfold);
    unfolding.newMates.forEach(unfolding::admit);
    return unfolding;
  }

  private void unfold(byte[] file) {
    ClassReader reader = new ClassReader(file);
    // Without the reader's constants, so that bootstrap methods which nobody uses any longer go.
    ClassWriter writer = new ClassWriter(0);
    Host host = new Host(writer);
    reader.accept(host, 0);
    classes.put(reader.getClassName(), host.replaced() == 0 ? file : writer.toByteArray());
    for (FunctionClass made : host.made()) {
      classes.put(made.name(), made.toByteArray());
      newMates.computeIfAbsent(host.nest(), nest -> new ArrayList<>()).add(made.name());
    }
    replaced += host.replaced();
    left += host.left();
    added += host.made().size();
  }

  private void admit(String nest, List<String> mates) {
    byte[] file = Objects.requireNonNull(classes.get(nest), nest);
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor admitting = new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public void visitEnd() {
        mates.forEach(this::visitNestMember);
        super.visitEnd();
      }
    };
    new ClassReader(file).accept(admitting, 0);
    classes.put(nest, writer.toByteArray());
  }

  SortedMap<String, byte[]> classes() {
    return classes;
  }

  /** How many lambdas and method references there were that are classes now. */
  int replaced() {
    return replaced;
  }

  /** How many are as they were: serializable ones, and those with bridges or more than one interface. */
  int left() {
    return left;
  }

  /** How many classes were made; the same reference twice in one class needs one. */
  int added() {
    return added;
  }
}
