package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatementVisitorTest {
  private static final StatementVisitor<String> COMMITS = new StatementVisitor<>() {
    @Override
    public String commitTransaction(CommitTransaction statement) {
      return "commit";
    }

    @Override
    public String other(Statement statement) {
      return "other";
    }
  };

  @Test
  void goesToTheMethodOfTheKindAndElseToTheOneForOthers() {
    assertThat(COMMITS.visit(new CommitTransaction(false, new Span(0, 6)))).isEqualTo("commit");
    assertThat(COMMITS.visit(new OtherStatement("LISTEN", List.of(), new Span(0, 4))))
        .isEqualTo("other");
    assertThat(COMMITS.visit(new Unrecognized("why", List.of(), new Span(0, 4))))
        .isEqualTo("other");
  }
}
