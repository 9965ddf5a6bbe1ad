package dev.redshank.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.redshank.cli.Main;
import dev.redshank.core.text.SourceText;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnfoldingTest {
  private static final Unfolding EVERY = unfold(EveryLambda.class);

  private static Unfolding unfold(Class<?> host) {
    try {
      return Unfolding.of(ClassesOf.nestOf(host));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Test
  void whatLambdasDoIsTheSame() throws Exception {
    InMemory loader = new InMemory(EVERY.classes());
    Class<?> unfolded = loader.loadClass(EveryLambda.class.getName());
    assertThat(unfolded).isNotSameAs(EveryLambda.class);
    assertThat(((Supplier<?>) unfolded.getConstructor().newInstance()).get())
        .isEqualTo(new EveryLambda().get());
  }

  @Test
  void onlyWhatNeedsMoreThanAMethodStays() {
    assertThat(EVERY.replaced()).isGreaterThan(60);
    // A serializable lambda: where it is made, and where Java makes it again from what was written.
    assertThat(EVERY.left()).isEqualTo(2);
  }

  @Test
  void theSameReferenceTwiceInOneClassNeedsOneClass() {
    Unfolding unfolding = unfold(SameLambdaTwice.class);
    assertThat(unfolding.replaced()).isEqualTo(2);
    assertThat(unfolding.added()).isEqualTo(1);
  }

  @Test
  void aLambdaThatKeepsNothingIsOneObject() throws Exception {
    Method method = unfolded("keepsNothing");
    assertThat(method.invoke(null)).isSameAs(method.invoke(null));
  }

  @Test
  void aLambdaThatKeepsSomethingIsANewObjectEachTime() throws Exception {
    Method method = unfolded("keeps", String.class);
    Supplier<?> first = (Supplier<?>) method.invoke(null, "first");
    Supplier<?> second = (Supplier<?>) method.invoke(null, "second");
    assertThat(List.of(first.get(), second.get())).hasToString("[first, second]");
  }

  @Test
  void stackTracesNameTheLineOfTheLambda() throws Exception {
    Runnable fails = (Runnable) unfolded("fails").invoke(null);
    assertThat(catchThrowable(fails::run).getStackTrace())
        .filteredOn(frame -> frame.getClassName().contains("$$Fn"))
        .singleElement()
        .satisfies(frame -> {
          assertThat(frame.getFileName()).isEqualTo("EveryLambda.java");
          assertThat(frame.getLineNumber()).isPositive();
        });
  }

  private static Method unfolded(String method, Class<?>... parameters) throws Exception {
    InMemory loader = new InMemory(EVERY.classes());
    return loader.loadClass(EveryLambda.class.getName()).getMethod(method, parameters);
  }

  @Test
  void nobodyMayCallMoreThanBefore() throws Exception {
    Class<?> unfolded = new InMemory(EVERY.classes()).loadClass(EveryLambda.class.getName());
    assertThat(methods(unfolded)).isEqualTo(methods(EveryLambda.class));
  }

  /** Without the method that the measuring of coverage adds to what it sees. */
  private static List<String> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .map(Method::toString)
        .filter(method -> !method.contains("$jacoco"))
        .sorted()
        .toList();
  }

  @Test
  void newClassesAreOfTheNestOfTheirLambda() throws Exception {
    InMemory loader = new InMemory(EVERY.classes());
    Class<?> host = loader.loadClass(EveryLambda.class.getName());
    for (String name : added()) {
      assertThat(loader.loadClass(name.replace('/', '.')).getNestHost()).isEqualTo(host);
    }
  }

  private static TreeSet<String> added() throws IOException {
    TreeSet<String> names = new TreeSet<>(EVERY.classes().keySet());
    names.removeAll(ClassesOf.nestOf(EveryLambda.class).keySet());
    assertThat(names).hasSize(EVERY.added());
    return names;
  }

  @Test
  void bootstrapMethodsThatNobodyUsesGo() {
    byte[] file = unfold(SameLambdaTwice.class).classes().get("dev/redshank/build/SameLambdaTwice");
    assertThat(new String(file, ISO_8859_1)).doesNotContain("Metafactory", "BootstrapMethods");
  }

  @Test
  void theSameClassesGiveTheSameBytes() {
    Unfolding again = unfold(EveryLambda.class);
    assertThat(again.classes().keySet()).isEqualTo(EVERY.classes().keySet());
    again
        .classes()
        .forEach(
            (name, file) -> assertThat(file).as(name).isEqualTo(EVERY.classes().get(name)));
  }

  @ParameterizedTest
  @ValueSource(classes = {SourceText.class, RedshankRules.class, Main.class})
  void javaAcceptsEveryClass(Class<?> some) throws IOException {
    assertAccepted(Unfolding.of(ClassesOf.moduleOf(some)).classes());
  }

  /** Not its whole module: tests of others use what only their own loader lets them. */
  @Test
  void javaAcceptsEveryKindOfLambda() {
    assertAccepted(EVERY.classes());
  }

  private static void assertAccepted(SortedMap<String, byte[]> classes) {
    InMemory loader = new InMemory(classes);
    assertThat(classes.keySet())
        .allSatisfy(name -> assertThat(loader.countMethods(name)).isNotNegative());
  }

  @ParameterizedTest
  @ValueSource(classes = {SourceText.class, RedshankRules.class, Main.class})
  void noLambdaIsLeftInTheProgram(Class<?> some) throws IOException {
    Unfolding first = Unfolding.of(ClassesOf.moduleOf(some));
    Unfolding second = Unfolding.of(first.classes());
    assertThat(first.replaced()).isPositive();
    assertThat(first.left()).isZero();
    assertThat(second.replaced() + second.left()).isZero();
  }
}
