package dev.redshank.build;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What an {@code invokedynamic} asks of {@link java.lang.invoke.LambdaMetafactory#metafactory}: an object
 * whose method calls another method.
 *
 * @param method the name of the object's method
 * @param factory from what the object keeps to the interface that it has
 * @param erased the type of the object's method
 * @param body the method that it calls: what it keeps comes first, then what it is given
 * @param actual what the object's method is given and gives here, where the interface is generic
 */
record Lambda(String method, Type factory, Type erased, Handle body, Type actual) {
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  /** Whether a bootstrap method makes lambdas, of this kind or of a more special one. */
  static boolean isMadeBy(Handle bootstrap) {
    return bootstrap.getOwner().equals(METAFACTORY);
  }

  /** Whether the method is all: no more interfaces, no bridges, no serialization. */
  static boolean isPlainlyMadeBy(Handle bootstrap) {
    return isMadeBy(bootstrap) && bootstrap.getName().equals("metafactory");
  }

  static Lambda of(String method, String descriptor, Object... arguments) {
    return new Lambda(
        method, Type.getMethodType(descriptor), (Type) arguments[0], (Handle) arguments[1], (Type)
            arguments[2]);
  }

  Type[] kept() {
    return factory.getArgumentTypes();
  }

  boolean keepsNothing() {
    return factory.getArgumentCount() == 0;
  }

  String face() {
    return factory.getReturnType().getInternalName();
  }

  /**
   * Whether a class beside the one with the lambda may call the body. A call of what the superclass has
   * made of a method is only for the class itself.
   */
  boolean isCallableByMates() {
    return body.getTag() != Opcodes.H_INVOKESPECIAL;
  }

  /** As what the body takes that which the object's method is given. */
  List<Type> takenAsGiven() {
    List<Type> taken = new ArrayList<>();
    if (isCalledOnObject()) {
      taken.add(Type.getObjectType(body.getOwner()));
    }
    taken.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
    return taken.subList(kept().length, taken.size());
  }

  private boolean isCalledOnObject() {
    return body.getTag() == Opcodes.H_INVOKEVIRTUAL || body.getTag() == Opcodes.H_INVOKEINTERFACE;
  }

  /** What the body gives back. */
  Type bodysAnswer() {
    return body.getTag() == Opcodes.H_NEWINVOKESPECIAL
        ? Type.getObjectType(body.getOwner())
        : Type.getReturnType(body.getDesc());
  }
}
