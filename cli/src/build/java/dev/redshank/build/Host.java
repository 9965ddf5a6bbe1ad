package dev.redshank.build;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes a class on, with each of its lambdas replaced by the use of a class that is made for it. */
final class Host extends ClassVisitor {
  private final Map<Lambda, FunctionClass> made = new LinkedHashMap<>();
  private String name = "";
  private String nest = "";
  private String source = "";
  private int version;
  private int replaced;
  private int left;

  Host(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** The classes made, in the order in which the class needs them. */
  Collection<FunctionClass> made() {
    return made.values();
  }

  /** The class that says who belongs to the nest. */
  String nest() {
    return nest;
  }

  int replaced() {
    return replaced;
  }

  int left() {
    return left;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    this.version = version;
    this.name = name;
    nest = name;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    this.source = source == null ? "" : source;
    super.visitSource(source, debug);
  }

  @Override
  public void visitNestHost(String nestHost) {
    nest = nestHost;
    super.visitNestHost(nestHost);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Body(super.visitMethod(access, method, descriptor, signature, exceptions));
  }

  private FunctionClass make(Lambda lambda, int line) {
    replaced++;
    return made.computeIfAbsent(lambda, asked -> {
      var known = new FunctionClass.Place(name + "$$Fn" + made.size(), nest, source, line);
      return FunctionClass.of(lambda, known, version);
    });
  }

  /** What lies on the stack and how deep stays as it is, so frames and sizes remain true. */
  private final class Body extends MethodVisitor {
    private int line;

    Body(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      this.line = line;
      super.visitLineNumber(line, start);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      if (Lambda.isPlainlyMadeBy(bootstrap)) {
        Lambda lambda = Lambda.of(method, descriptor, arguments);
        if (lambda.isCallableByMates()) {
          make(lambda, line).get(mv);
          return;
        }
      }
      left += Lambda.isMadeBy(bootstrap) ? 1 : 0;
      super.visitInvokeDynamicInsn(method, descriptor, bootstrap, arguments);
    }
  }
}
