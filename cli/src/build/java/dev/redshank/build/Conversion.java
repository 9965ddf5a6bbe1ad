package dev.redshank.build;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * How a value of one type becomes one of another between a lambda's method and its body: by a cast, in a
 * box or out of it, or widened. The Java Language Specification, 15.13.2, says which of them occur.
 */
final class Conversion {
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type NUMBER = Type.getType(Number.class);

  private static final Map<Type, Type> BOXES = Map.of(
      Type.BOOLEAN_TYPE, Type.getType(Boolean.class),
      Type.CHAR_TYPE, Type.getType(Character.class),
      Type.BYTE_TYPE, Type.getType(Byte.class),
      Type.SHORT_TYPE, Type.getType(Short.class),
      Type.INT_TYPE, Type.getType(Integer.class),
      Type.LONG_TYPE, Type.getType(Long.class),
      Type.FLOAT_TYPE, Type.getType(Float.class),
      Type.DOUBLE_TYPE, Type.getType(Double.class));

  private final MethodVisitor code;

  private Conversion(MethodVisitor code) {
    this.code = code;
  }

  /**
   * Converts what lies on the stack.
   *
   * @param from what it is known to be
   * @param actual what it is
   * @param to what it has to be
   */
  static void write(MethodVisitor code, Type from, Type actual, Type to) {
    new Conversion(code).write(from, actual, to);
  }

  private void write(Type from, Type actual, Type to) {
    if (to.equals(Type.VOID_TYPE)) {
      drop(from);
    } else if (!isPrimitive(from)) {
      Type known = isPrimitive(actual) ? from : actual;
      cast(from, known);
      writeReference(known, to);
    } else if (isPrimitive(to)) {
      widen(from, to);
    } else {
      Type box = isBox(to) ? to : BOXES.get(from);
      widen(from, unboxed(box));
      box(box);
    }
  }

  private void writeReference(Type from, Type to) {
    if (!isPrimitive(to)) {
      cast(from, to);
    } else if (isBox(from)) {
      unbox(from, unboxed(from));
      widen(unboxed(from), to);
    } else {
      unboxAs(from, to);
    }
  }

  /** All that is known of the value is that its box is a number, say, and that it fits. */
  private void unboxAs(Type from, Type to) {
    boolean isNumber = !to.equals(Type.BOOLEAN_TYPE) && !to.equals(Type.CHAR_TYPE);
    Type box = isNumber ? NUMBER : BOXES.get(to);
    cast(from, box);
    unbox(box, to);
  }

  private void drop(Type from) {
    if (from.getSize() > 0) {
      code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  private void cast(Type from, Type to) {
    if (!to.equals(from) && !to.equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private void box(Type box) {
    String descriptor = Type.getMethodDescriptor(box, unboxed(box));
    code.visitMethodInsn(Opcodes.INVOKESTATIC, box.getInternalName(), "valueOf", descriptor, false);
  }

  private void unbox(Type box, Type to) {
    String method = to.getClassName() + "Value";
    String descriptor = Type.getMethodDescriptor(to);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box.getInternalName(), method, descriptor, false);
  }

  /** A byte, a short and a character are integers already. */
  private void widen(Type from, Type to) {
    int opcode = switch (to.getSort()) {
      case Type.LONG -> from(from, Opcodes.I2L, Opcodes.NOP, Opcodes.NOP);
      case Type.FLOAT -> from(from, Opcodes.I2F, Opcodes.L2F, Opcodes.NOP);
      case Type.DOUBLE -> from(from, Opcodes.I2D, Opcodes.L2D, Opcodes.F2D);
      default -> Opcodes.NOP;
    };
    if (opcode != Opcodes.NOP) {
      code.visitInsn(opcode);
    }
  }

  private static int from(Type type, int integer, int big, int single) {
    return switch (type.getSort()) {
      case Type.LONG -> big;
      case Type.FLOAT -> single;
      case Type.DOUBLE -> Opcodes.NOP;
      default -> integer;
    };
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static boolean isBox(Type type) {
    return BOXES.containsValue(type);
  }

  private static Type unboxed(Type box) {
    return BOXES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(box))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
