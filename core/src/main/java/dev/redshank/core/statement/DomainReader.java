package dev.redshank.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE and ALTER DOMAIN. */
final class DomainReader {
  private DomainReader() {}

  static Statement create(TokenCursor cursor) {
    cursor.expect("CREATE", "DOMAIN");
    ObjectName name = cursor.name("the name of a domain");
    cursor.accept("AS");
    TypeName type = TypeReader.read(cursor);
    Optional<SqlExpression> defaultValue = Optional.empty();
    boolean notNull = false;
    List<Constraint> constraints = new ArrayList<>();
    while (!cursor.atEnd()) {
      if (cursor.accept("DEFAULT")) {
        defaultValue = Optional.of(DefaultReader.read(cursor));
      } else if (cursor.accept("COLLATE")) {
        cursor.qualified("a collation");
      } else if (!acceptNull(cursor)) {
        Constraint constraint = ConstraintReader.ofTable(cursor);
        notNull |= constraint instanceof Constraint.NotNull;
        if (!(constraint instanceof Constraint.NotNull) || constraint.name().isPresent()) {
          constraints.add(constraint);
        }
      }
    }
    return new CreateDomain(name, type, defaultValue, notNull, constraints, cursor.statementSpan());
  }

  /** {@code NULL}, which a name may stand before, says nothing. */
  private static boolean acceptNull(TokenCursor cursor) {
    int start = cursor.position();
    if (cursor.accept("CONSTRAINT")) {
      cursor.identifier("a constraint's name");
    }
    if (cursor.accept("NULL")) {
      return true;
    }
    cursor.reset(start);
    return false;
  }

  static Statement alter(TokenCursor cursor) {
    cursor.expect("ALTER", "DOMAIN");
    cursor.accept("IF", "EXISTS");
    ObjectName name = cursor.name("the name of a domain");
    if (cursor.accept("RENAME", "CONSTRAINT")) {
      Identifier from = cursor.identifier("a constraint's name");
      cursor.expect("TO");
      Identifier to = cursor.identifier("the new name");
      cursor.expectEnd();
      return new RenameObject(
          ObjectKind.DOMAIN, name, Optional.of(from), to, cursor.statementSpan());
    }
    Optional<Statement> common = AlterObjectReader.common(ObjectKind.DOMAIN, name, cursor);
    if (common.isPresent()) {
      return common.get();
    }
    AlterAction action = action(name, cursor);
    cursor.expectEnd();
    return new AlterDomain(name, action, cursor.statementSpan());
  }

  private static AlterAction action(ObjectName name, TokenCursor cursor) {
    int start = cursor.position();
    Identifier domain = new Identifier(name.name(), name.span());
    if (cursor.accept("SET", "DEFAULT")) {
      SqlExpression value = cursor.restAsExpression("an expression");
      return new AlterAction.SetDefault(domain, value, cursor.spanFrom(start));
    }
    if (cursor.accept("DROP", "DEFAULT")) {
      return new AlterAction.DropDefault(domain, cursor.spanFrom(start));
    }
    if (cursor.accept("SET", "NOT", "NULL")) {
      return new AlterAction.SetNotNull(domain, cursor.spanFrom(start));
    }
    if (cursor.accept("DROP", "NOT", "NULL")) {
      return new AlterAction.DropNotNull(domain, cursor.spanFrom(start));
    }
    if (cursor.at("ADD") || cursor.at("VALIDATE") || cursor.at("DROP", "CONSTRAINT")) {
      return constraintAction(cursor);
    }
    throw cursor.unexpected("SET, DROP, ADD or another change of a domain");
  }

  private static AlterAction constraintAction(TokenCursor cursor) {
    AlterAction action = AlterActionReader.read(cursor);
    if (action instanceof AlterAction.AddColumn) {
      throw new UnexpectedToken("expected a constraint behind ADD, found a column");
    }
    return action;
  }
}
