package dev.redshank.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which. */
final class ArchitectureTest {
  private static final String CORE = "dev.redshank.core";

  /** Each may import only those to its left. */
  private static final List<String> ORDER = List.of(
      "text",
      "postgres",
      "sql",
      "migration",
      "statement",
      "schema",
      "impact",
      "finding",
      "rule",
      "config",
      "change",
      "baseline",
      "lint",
      "report",
      "project");

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages(CORE);

  static Stream<Arguments> packagesAndThoseToTheirRight() {
    return IntStream.range(0, ORDER.size() - 1)
        .mapToObj(index -> Arguments.of(ORDER.get(index), ORDER.subList(index + 1, ORDER.size())));
  }

  private static String inCore(String name) {
    return CORE + "." + name + "..";
  }

  @ParameterizedTest
  @MethodSource("packagesAndThoseToTheirRight")
  void importsOnlyToTheLeft(String name, List<String> right) {
    noClasses()
        .that()
        .resideInAPackage(inCore(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(right.stream().map(ArchitectureTest::inCore).toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void knowsNoPackageOutsideTheOrder() {
    assertThat(CLASSES).isNotEmpty().allSatisfy(type -> {
      String rest = type.getPackageName().substring(CORE.length());
      String first = rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
      assertThat(ORDER).as(type.getName()).contains(first);
    });
  }

  @Test
  void keepsJSqlParserInOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.redshank.core.statement.jsqlparser..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.sf.jsqlparser..")
        .check(CLASSES);
  }

  @Test
  void keepsJacksonInReportAndBaseline() {
    noClasses()
        .that()
        .resideOutsideOfPackages(inCore("report"), inCore("baseline"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(CLASSES);
  }

  @Test
  void knowsNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.redshank.rules..",
            "dev.redshank.cli..",
            "dev.redshank.sandbox..",
            "dev.redshank.fixtures..",
            "picocli..",
            "org.postgresql..",
            "java.sql..")
        .check(CLASSES);
  }

  @Test
  void neverEndsTheProcess() {
    noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
    noClasses().should().callMethod(Runtime.class, "halt", int.class).check(CLASSES);
  }

  @Test
  void looksAtNoClock() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Random.class)
        .check(CLASSES);
  }
}
