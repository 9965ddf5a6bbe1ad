package dev.redshank.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.text.SourceText;
import org.junit.jupiter.api.Test;

/** Rules ask, they do not look: at no text, token, file or clock. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("dev.redshank.rules");

  @Test
  void looksAtNoTextFileOrClock() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.regex..",
            "java.io..",
            "java.nio..",
            "java.time..",
            "java.sql..",
            "net.sf.jsqlparser..",
            "com.fasterxml.jackson..",
            "dev.redshank.core.sql..",
            "dev.redshank.core.lint..",
            "dev.redshank.core.config..",
            "dev.redshank.core.report..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(SourceText.class)
        .check(CLASSES);
  }

  @Test
  void knowsNoModuleButCore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.redshank.cli..", "dev.redshank.sandbox..", "dev.redshank.fixtures..")
        .check(CLASSES);
  }

  @Test
  void neverEndsTheProcess() {
    noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
  }

  @Test
  void hasFinalRules() {
    classes()
        .that()
        .implement(Rule.class)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }
}
