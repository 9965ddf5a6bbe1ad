package dev.redshank.build;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class of a lambda. One that keeps nothing has a single object, made when it is first asked for;
 * others are made each time, as the lambda was.
 */
final class FunctionClass {
  private static final String CONSTRUCTOR = "<init>";
  private static final String ONLY = "ONLY";
  private static final String KEEPING = "keeping";

  private final Lambda lambda;
  private final Place place;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  /**
   * Where a class belongs.
   *
   * @param name its internal name
   * @param nest the class that says who belongs to its nest
   * @param source the file that stack traces name
   * @param line the line of the lambda, or 0 where that is not known
   */
  record Place(String name, String nest, String source, int line) {}

  private FunctionClass(Lambda lambda, Place place) {
    this.lambda = lambda;
    this.place = place;
  }

  static FunctionClass of(Lambda lambda, Place place, int version) {
    FunctionClass made = new FunctionClass(lambda, place);
    made.write(version);
    return made;
  }

  String name() {
    return place.name;
  }

  byte[] toByteArray() {
    return writer.toByteArray();
  }

  /** Adds the instruction that takes what is to be kept from the stack and leaves the object there. */
  void get(MethodVisitor user) {
    if (lambda.keepsNothing()) {
      user.visitFieldInsn(Opcodes.GETSTATIC, name(), ONLY, only());
    } else {
      user.visitMethodInsn(
          Opcodes.INVOKESTATIC, name(), KEEPING, lambda.factory().getDescriptor(), false);
    }
  }

  private void write(int version) {
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    String[] faces = {lambda.face()};
    writer.visit(version, access, name(), null, Type.getInternalName(Object.class), faces);
    if (!place.source.isEmpty()) {
      writer.visitSource(place.source, null);
    }
    writer.visitNestHost(place.nest);
    writeFields();
    writeConstructor();
    if (lambda.keepsNothing()) {
      writeOnly();
    } else {
      writeKeeping();
    }
    writeMethod();
    writer.visitEnd();
  }

  private void writeFields() {
    if (lambda.keepsNothing()) {
      int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
      writer.visitField(access, ONLY, only(), null, null).visitEnd();
    }
    Type[] kept = lambda.kept();
    for (int i = 0; i < kept.length; i++) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      writer.visitField(access, field(i), kept[i].getDescriptor(), null, null).visitEnd();
    }
  }

  private void writeConstructor() {
    MethodVisitor code = begin(Opcodes.ACC_PRIVATE, CONSTRUCTOR, constructor());
    code.visitVarInsn(Opcodes.ALOAD, 0);
    String object = Type.getInternalName(Object.class);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, object, CONSTRUCTOR, "()V", false);
    int local = 1;
    Type[] kept = lambda.kept();
    for (int i = 0; i < kept.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(kept[i].getOpcode(Opcodes.ILOAD), local);
      code.visitFieldInsn(Opcodes.PUTFIELD, name(), field(i), kept[i].getDescriptor());
      local += kept[i].getSize();
    }
    end(code, Type.VOID_TYPE);
  }

  private void writeOnly() {
    MethodVisitor code = begin(Opcodes.ACC_STATIC, "<clinit>", "()V");
    construct(code, 0);
    code.visitFieldInsn(Opcodes.PUTSTATIC, name(), ONLY, only());
    end(code, Type.VOID_TYPE);
  }

  private void writeKeeping() {
    MethodVisitor code = begin(Opcodes.ACC_STATIC, KEEPING, lambda.factory().getDescriptor());
    construct(code, lambda.kept().length);
    end(code, lambda.factory().getReturnType());
  }

  /** Adds a new object that keeps the first local variables. */
  private void construct(MethodVisitor code, int count) {
    code.visitTypeInsn(Opcodes.NEW, name());
    code.visitInsn(Opcodes.DUP);
    int local = 0;
    for (int i = 0; i < count; i++) {
      Type kept = lambda.kept()[i];
      code.visitVarInsn(kept.getOpcode(Opcodes.ILOAD), local);
      local += kept.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name(), CONSTRUCTOR, constructor(), false);
  }

  private void writeMethod() {
    Handle body = lambda.body();
    MethodVisitor code =
        begin(Opcodes.ACC_PUBLIC, lambda.method(), lambda.erased().getDescriptor());
    if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    loadKept(code);
    loadGiven(code);
    code.visitMethodInsn(
        opcode(body), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    Type answer = lambda.erased().getReturnType();
    Conversion.write(code, lambda.bodysAnswer(), answer, answer);
    end(code, answer);
  }

  private void loadKept(MethodVisitor code) {
    Type[] kept = lambda.kept();
    for (int i = 0; i < kept.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name(), field(i), kept[i].getDescriptor());
    }
  }

  private void loadGiven(MethodVisitor code) {
    Type[] erased = lambda.erased().getArgumentTypes();
    Type[] actual = lambda.actual().getArgumentTypes();
    List<Type> taken = lambda.takenAsGiven();
    int local = 1;
    for (int i = 0; i < erased.length; i++) {
      code.visitVarInsn(erased[i].getOpcode(Opcodes.ILOAD), local);
      Conversion.write(code, erased[i], actual[i], taken.get(i));
      local += erased[i].getSize();
    }
  }

  private static int opcode(Handle body) {
    return switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> throw new IllegalArgumentException("Not a method that a mate may call: " + body);
    };
  }

  private MethodVisitor begin(int access, String method, String descriptor) {
    MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
    code.visitCode();
    if (place.line > 0) {
      Label start = new Label();
      code.visitLabel(start);
      code.visitLineNumber(place.line, start);
    }
    return code;
  }

  private static void end(MethodVisitor code, Type answer) {
    code.visitInsn(answer.getOpcode(Opcodes.IRETURN));
    // The sizes are computed; what is said of them here does not count.
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private String only() {
    return lambda.factory().getReturnType().getDescriptor();
  }

  private String constructor() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, lambda.kept());
  }

  private static String field(int index) {
    return "kept" + index;
  }
}
