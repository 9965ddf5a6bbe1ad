package dev.redshank.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementVisitor;
import dev.redshank.fixtures.api.ApiMarks;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What plugins and third parties build on is little, and does not grow by accident. */
final class ApiTest {
  private static final ApiMarks MARKS = ApiMarks.in("dev.redshank.core");

  private static final List<String> MAINTAINED = List.of(
      "finding.Edit",
      "finding.FailureMode",
      "finding.Finding",
      "finding.Fix",
      "finding.RuleId",
      "finding.Severity",
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

  /** What a rule or a reader of results is given: values to read, whose parts may still change, as those of statements do. */
  private static final List<String> READ = List.of(
      "baseline.KnownFinding",
      "finding.RelatedPlace",
      "impact.HeldLock",
      "impact.StatementImpact",
      "impact.TableLock",
      "impact.TransactionState",
      "impact.Uncertainty",
      "lint.Explanation",
      "lint.NotRead",
      "lint.RuleCrash",
      "lint.Suppressed",
      "lint.Verdict",
      "migration.MigrationFile",
      "migration.Problem",
      "postgres.PgVersion",
      "schema.Place",
      "schema.RelationName",
      "schema.SchemaState",
      "schema.SchemaView",
      "statement.ColumnDefinition",
      "statement.Constraint",
      "statement.Identifier",
      "statement.ObjectName",
      "statement.PartitionBound",
      "statement.SqlExpression",
      "statement.TypeName",
      "text.SourceText",
      "text.Span");

  /** What is made by one part of the API and handed to another as it is: nobody has to look inside. */
  private static final List<String> HANDED_ON = List.of(
      "impact.Situation",
      "lint.Acceptance",
      "lint.LintSettings",
      "migration.FlywayNaming",
      "migration.MigrationSet",
      "migration.Reading$Reader",
      "project.Inputs",
      "project.Project",
      "report.TextOptions",
      "rule.RuleOption",
      "rule.RuleOptions",
      "rule.RuleSet",
      "rule.StatementKinds");

  @Test
  void isThisAndNothingElse() {
    assertThat(MARKS.types("MAINTAINED")).isEqualTo(MAINTAINED);
    assertThat(MARKS.types("EXPERIMENTAL")).isEqualTo(MOVING);
  }

  @Test
  void tellsInEveryPackageWhetherOthersMayBuildOnIt() {
    assertThat(MARKS.unmarkedPackages()).isEmpty();
  }

  @Test
  void showsNothingInternalButWhatIsListed() {
    assertThat(MARKS.leaks())
        .containsExactlyInAnyOrderElementsOf(Stream.of(READ, HANDED_ON)
            .flatMap(List::stream)
            .map(name -> "dev.redshank.core." + name)
            .toList());
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
