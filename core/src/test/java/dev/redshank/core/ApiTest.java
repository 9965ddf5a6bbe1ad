package dev.redshank.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementVisitor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What plugins and third parties build on is little, and does not grow by accident. */
final class ApiTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("dev.redshank.core");

  private static final List<String> MAINTAINED = List.of(
      "finding.Edit",
      "finding.Finding",
      "finding.Fix",
      "lint.LintResult",
      "lint.Linter",
      "lint.LocatedFinding",
      "project.LintRun",
      "project.ProjectLint",
      "project.ReportFormat",
      "project.RuleBook",
      "rule.DeployEnd",
      "rule.MigrationEnd",
      "rule.Moment",
      "rule.Rule",
      "rule.RuleInfo",
      "rule.RuleProvider",
      "rule.StatementStep",
      "rule.TransactionEnd");

  private static final List<String> MOVING =
      List.of("statement.AlterAction", "statement.Statement", "statement.StatementVisitor");

  private static List<String> marked(API.Status status) {
    return CLASSES.stream()
        .filter(type -> type.tryGetAnnotationOfType(API.class)
            .filter(api -> api.status() == status)
            .isPresent())
        .map(JavaClass::getName)
        .map(name -> name.substring("dev.redshank.core.".length()))
        .sorted()
        .toList();
  }

  @Test
  void isThisAndNothingElse() {
    assertThat(marked(API.Status.MAINTAINED)).isEqualTo(MAINTAINED);
    assertThat(marked(API.Status.EXPERIMENTAL)).isEqualTo(MOVING);
  }

  @Test
  void hasAnExampleOfEachType() throws IOException {
    for (String name : MAINTAINED) {
      Path source = Path.of("src/main/java/dev/redshank/core", name.replace('.', '/') + ".java");
      String text = Files.readString(source);
      assertThat(text.substring(0, text.indexOf("@API"))).as(name).contains("<pre>{@code");
    }
  }

  @Test
  void letsVisitorsTellEveryKindOfStatementApart() {
    List<String> visited = Stream.of(StatementVisitor.class.getMethods())
        .filter(Method::isDefault)
        .filter(method -> !method.getName().equals("visit"))
        .map(method -> method.getParameterTypes()[0].getSimpleName())
        .sorted()
        .toList();
    List<String> kinds = Stream.of(Statement.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .sorted()
        .toList();

    assertThat(visited).isEqualTo(kinds);
  }
}
