package dev.redshank.junit;

import dev.redshank.core.lint.LintResult;
import dev.redshank.core.project.BrokenInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a {@link MigrationTest} for each migration. */
final class MigrationTestExtension implements TestTemplateInvocationContextProvider {
  private static final String CLASSPATH = "classpath:";

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), MigrationTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    MigrationTest test = AnnotationSupport.findAnnotation(
            context.getTestMethod(), MigrationTest.class)
        .orElseThrow();
    try {
      LintResult result = migrations(test).lint();
      if (result.reviewedPaths().isEmpty() && test.changedSince().isEmpty()) {
        throw new ExtensionConfigurationException(
            "There is no migration in " + String.join(", ", test.locations()) + ".");
      }
      return result.reviewedPaths().stream()
          .map(path -> new Invocation(new LintedMigration(path, result)));
    } catch (BrokenInputException | IllegalArgumentException broken) {
      throw new ExtensionConfigurationException(
          "The migrations cannot be linted:\n" + broken.getMessage(), broken);
    }
  }

  /** Nothing changed is nothing to test. */
  @Override
  public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
    return true;
  }

  private static Migrations migrations(MigrationTest test) {
    Migrations migrations = located(List.of(test.locations()));
    if (test.postgres() != 0) {
      migrations = migrations.onPostgres(test.postgres());
    }
    if (!test.changedSince().isEmpty()) {
      migrations = migrations.changedSince(test.changedSince());
    }
    return test.baseline().isEmpty()
        ? migrations
        : migrations.withBaseline(Path.of(test.baseline()));
  }

  private static Migrations located(List<String> locations) {
    List<String> onClassPath = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (String location : locations) {
      if (location.startsWith(CLASSPATH)) {
        onClassPath.add(location.substring(CLASSPATH.length()));
      } else {
        files.add(location);
      }
    }
    return Migrations.of(onClassPath, files);
  }

  private record Invocation(LintedMigration migration)
      implements TestTemplateInvocationContext, ParameterResolver {
    @Override
    public String getDisplayName(int index) {
      return migration.path();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == LintedMigration.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return migration;
    }
  }
}
