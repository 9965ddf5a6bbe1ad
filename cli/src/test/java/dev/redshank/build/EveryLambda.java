package dev.redshank.build;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Has a lambda or a method reference of every kind, and says what they do. */
public final class EveryLambda implements Supplier<List<String>> {
  private static final String FIRST = ((Supplier<String>) () -> "static initializer").get();

  private final List<String> seen = new ArrayList<>();
  private final String field = "field";

  @Override
  public List<String> get() {
    seen.add(FIRST);
    bodies();
    keptValues((byte) 1, (short) 2, 'c', 4L, 5.5F, 6.5, true);
    references();
    constructors();
    boxes();
    numbers();
    generics();
    say(Inside.callPrivately("nested"));
    say(new Inside("inner").own().get());
    say(Face.ofStatic().apply("static"));
    say(new Face() {}.ofDefault().apply("default"));
    say(Kind.UP.change.apply("enum"));
    say(new Pair<>("left", "right").swap().get().toString());
    say(failures());
    return seen;
  }

  private void say(Object value) {
    seen.add(String.valueOf(value));
  }

  private void bodies() {
    Runnable writes = () -> say("writes");
    writes.run();
    Supplier<String> readsField = () -> field;
    say(readsField.get());
    Function<String, Function<String, String>> curried = a -> b -> a + b;
    say(curried.apply("a").apply("b"));
    BiFunction<Long, Double, String> wide = (whole, part) -> whole + " " + part;
    say(wide.apply(7L, 8.5));
    Wide taking = (a, b, c, d) -> a + b + c + d;
    say(taking.sum(1L, 2, 3.5, "."));
    Callable<int[]> array = () -> new int[] {1, 2};
    say(length(array));
  }

  private static int length(Callable<int[]> array) {
    try {
      return array.call().length;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void keptValues(byte b, short s, char c, long l, float f, double d, boolean z) {
    String text = "kept";
    int[] array = {9};
    Supplier<String> all =
        () -> field + b + " " + s + c + l + " " + f + " " + d + z + text + array[0];
    say(all.get());
    IntFunction<Object> more = i -> l + i * d;
    say(more.apply(2));
  }

  private void references() {
    Function<String, Integer> ofStatic = Integer::parseInt;
    say(ofStatic.apply("12"));
    Function<String, String> unbound = String::trim;
    say(unbound.apply(" trimmed "));
    Supplier<Integer> bound = "four"::length;
    say(bound.get());
    Function<List<String>, Integer> ofInterface = List::size;
    say(ofInterface.apply(List.of("one")));
    List<String> list = new ArrayList<>();
    Consumer<String> dropsAnswer = list::add;
    dropsAnswer.accept("added");
    say(list);
    Consumer<String> dropsWideAnswer = Long::parseLong;
    dropsWideAnswer.accept("1");
    Function<String, String> privately = this::decorate;
    say(privately.apply("private"));
    Supplier<String> ofSuper = super::toString;
    say(ofSuper.get().startsWith("dev.redshank.build.EveryLambda@"));
    Comparator<String> compared = String::compareTo;
    say(compared.compare("a", "b"));
    UnaryOperator<int[]> cloned = int[]::clone;
    say(cloned.apply(new int[] {1, 2, 3}).length);
    Supplier<Class<?>> inherited = this::getClass;
    say(inherited.get().getSimpleName());
    ObjIntConsumer<List<Integer>> removes = List::remove;
    List<Integer> numbers = new ArrayList<>(List.of(5, 6));
    removes.accept(numbers, 0);
    say(numbers);
    BiFunction<String, Object[], String> anyCount = String::format;
    say(anyCount.apply("%s-%s", new Object[] {1, 2}));
  }

  private String decorate(String text) {
    return "<" + text + ">";
  }

  private void constructors() {
    Supplier<StringBuilder> empty = StringBuilder::new;
    say(empty.get().append("built"));
    Function<String, StringBuilder> given = StringBuilder::new;
    say(given.apply("given"));
    IntFunction<String[]> array = String[]::new;
    say(array.apply(3).length);
    Function<String, Inside> inner = Inside::new;
    say(inner.apply("made").own().get());
    BiFunction<String, String, Pair<String>> pair = Pair::new;
    say(pair.apply("l", "r"));
    Consumer<String> forgotten = StringBuilder::new;
    forgotten.accept("forgotten");
  }

  private void boxes() {
    Function<Integer, Integer> boxed = EveryLambda::twice;
    say(boxed.apply(21));
    IntFunction<Integer> unboxedBefore = Integer::valueOf;
    say(unboxedBefore.apply(3));
    IntPredicate even = i -> i % 2 == 0;
    say(even.test(4));
    Predicate<Boolean> isTrue = Boolean::booleanValue;
    say(isTrue.test(true));
    BooleanSupplier unboxes = Boolean.TRUE::booleanValue;
    say(unboxes.getAsBoolean());
    Function<Character, Boolean> ofCharacter = Character::isDigit;
    say(ofCharacter.apply('7'));
    Supplier<Object> intAsObject = "text"::length;
    say(intAsObject.get());
    Function<Integer, Object> any = Integer::doubleValue;
    say(any.apply(1));
    IntFunction<Object> intGivenAsObject = String::valueOf;
    say(intGivenAsObject.apply(8));
    IntFunction<String> intGivenAsBox = EveryLambda::nameOf;
    say(intGivenAsBox.apply(9));
    Supplier<Integer> source = () -> 10;
    IntSupplier unboxesGeneric = source::get;
    say(unboxesGeneric.getAsInt());
    LongSupplier unboxesAndWidens = source::get;
    say(unboxesAndWidens.getAsLong());
    Supplier<Boolean> truth = () -> true;
    BooleanSupplier ofTruth = truth::get;
    say(ofTruth.getAsBoolean());
  }

  private static int twice(int number) {
    return number * 2;
  }

  private static String nameOf(Object number) {
    return number.getClass().getSimpleName() + number;
  }

  private void numbers() {
    ToLongFunction<Integer> widensBox = EveryLambda::same;
    say(widensBox.applyAsLong(1));
    ToDoubleFunction<String> widensAnswer = String::length;
    say(widensAnswer.applyAsDouble("12"));
    IntToDoubleFunction widensBoth = Math::abs;
    say(widensBoth.applyAsDouble(-3));
    IntBinaryOperator largest = Math::max;
    say(largest.applyAsInt(4, 5));
    DoubleSupplier fromFloat = Float.valueOf(1.5F)::floatValue;
    say(fromFloat.getAsDouble());
    LongToFloat longToFloat = EveryLambda::half;
    say(longToFloat.apply(5L));
    ByteTaker byteToInt = EveryLambda::twice;
    say(byteToInt.take((byte) 6));
    CharTaker charToLong = EveryLambda::same;
    say(charToLong.take('a'));
    ToIntFunction<Byte> byteBoxToInt = EveryLambda::twice;
    say(byteBoxToInt.applyAsInt((byte) 7));
    ToDoubleFunction<Long> longBoxToDouble = EveryLambda::half;
    say(longBoxToDouble.applyAsDouble(3L));
    ToLongFunction<Character> charBoxToLong = EveryLambda::same;
    say(charBoxToLong.applyAsLong('b'));
  }

  private static long same(long number) {
    return number;
  }

  private static float half(float number) {
    return number / 2;
  }

  private <T extends Comparable<T> & Serializable> void generics() {
    Function<T, Integer> intersection = each -> each.toString().length();
    Function<Object, Integer> raw = heat(intersection);
    say(raw.apply("self"));
    Comparator<String> backwards =
        Comparator.comparing((String s) -> s.length()).reversed();
    say(backwards.compare("a", "bb"));
    Shouting loud = String::toUpperCase;
    say(loud.apply("narrowed"));
    Supplier<?> wild = () -> "wild";
    say(wild.get());
    Remembered kept = () -> "serializable";
    say(kept.get());
  }

  @SuppressWarnings("unchecked")
  private static <T> Function<Object, Integer> heat(Function<T, Integer> function) {
    return (Function<Object, Integer>) (Function<?, Integer>) function;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static String failures() {
    Function<String, Integer> length = String::length;
    try {
      return String.valueOf(((Function) length).apply(1));
    } catch (ClassCastException wrong) {
      return "a wrong argument is refused";
    }
  }

  /** The same lambda twice. */
  public static Supplier<String> keepsNothing() {
    return () -> "nothing";
  }

  /** A lambda that is made anew each time. */
  public static Supplier<String> keeps(String text) {
    return () -> text;
  }

  /** A lambda that throws. */
  public static Runnable fails() {
    return () -> {
      throw new IllegalStateException("thrown by a lambda");
    };
  }

  /** Serializable, so that its call site stays. */
  interface Remembered extends Supplier<String>, Serializable {}

  interface Shouting extends Function<String, String> {}

  interface Wide {
    String sum(long a, int b, double c, String d);
  }

  interface LongToFloat {
    float apply(long value);
  }

  interface ByteTaker {
    int take(byte value);
  }

  interface CharTaker {
    double take(char value);
  }

  interface Face {
    static UnaryOperator<String> ofStatic() {
      return text -> hidden(text);
    }

    default UnaryOperator<String> ofDefault() {
      return text -> hiddenOfObject(text) + mark();
    }

    private static String hidden(String text) {
      return "interface " + text;
    }

    private String hiddenOfObject(String text) {
      return "interface " + text;
    }

    default String mark() {
      return "!";
    }
  }

  private enum Kind {
    UP(String::toUpperCase);

    private final UnaryOperator<String> change;

    Kind(UnaryOperator<String> change) {
      this.change = change;
    }
  }

  private record Pair<T>(T left, T right) {
    Supplier<Pair<T>> swap() {
      return () -> new Pair<>(right, left);
    }
  }

  /** Has its lambdas in another class file than the one that lists the nest. */
  private final class Inside {
    private final String name;

    private Inside(String name) {
      this.name = name;
    }

    private static String callPrivately(String name) {
      UnaryOperator<String> secret = Inside::secret;
      return secret.andThen(s -> s + ".").apply(name);
    }

    private static String secret(String text) {
      return "secret " + text;
    }

    private Supplier<String> own() {
      return () -> name + " of " + field;
    }
  }
}
