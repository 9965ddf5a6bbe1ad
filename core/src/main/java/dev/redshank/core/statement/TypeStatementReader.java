package dev.redshank.core.statement;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE and ALTER TYPE. */
final class TypeStatementReader {
  private TypeStatementReader() {}

  static Statement create(TokenCursor cursor) {
    cursor.expect("CREATE", "TYPE");
    ObjectName name = cursor.name("the name of a type");
    CreateType.TypeForm form = CreateType.TypeForm.SHELL;
    List<String> labels = List.of();
    List<ColumnDefinition> attributes = List.of();
    if (cursor.accept("AS", "ENUM")) {
      form = CreateType.TypeForm.ENUM;
      labels = labels(cursor.brackets("labels in parentheses"));
    } else if (cursor.accept("AS", "RANGE")) {
      form = CreateType.TypeForm.RANGE;
      cursor.brackets("options in parentheses");
    } else if (cursor.accept("AS")) {
      form = CreateType.TypeForm.COMPOSITE;
      attributes = attributes(cursor.brackets("attributes in parentheses"));
    } else if (cursor.at(TokenKind.OPEN)) {
      form = CreateType.TypeForm.BASE;
      cursor.skipBalanced();
    }
    cursor.expectEnd();
    return new CreateType(name, form, labels, attributes, cursor.statementSpan());
  }

  private static List<String> labels(TokenCursor inside) {
    List<String> labels = new ArrayList<>();
    if (inside.atEnd()) {
      return labels;
    }
    do {
      labels.add(string(inside));
    } while (inside.accept(TokenKind.COMMA));
    inside.expectEnd();
    return labels;
  }

  private static String string(TokenCursor cursor) {
    Optional<String> value =
        cursor.atEnd() ? Optional.empty() : Literals.value(cursor.tokens(), cursor.position());
    if (value.isEmpty()) {
      throw cursor.unexpected("a string");
    }
    cursor.skip(1);
    return value.get();
  }

  private static List<ColumnDefinition> attributes(TokenCursor inside) {
    List<ColumnDefinition> attributes = new ArrayList<>();
    if (inside.atEnd()) {
      return attributes;
    }
    do {
      attributes.add(ColumnReader.read(inside.untilComma()));
    } while (inside.accept(TokenKind.COMMA));
    return attributes;
  }

  static Statement alter(TokenCursor cursor) {
    cursor.expect("ALTER", "TYPE");
    ObjectName name = cursor.name("the name of a type");
    if (cursor.accept("ADD", "VALUE")) {
      return addValue(name, cursor);
    }
    if (cursor.accept("RENAME", "VALUE")) {
      String from = string(cursor);
      cursor.expect("TO");
      String to = string(cursor);
      cursor.expectEnd();
      return new RenameEnumValue(name, from, to, cursor.statementSpan());
    }
    if (cursor.accept("RENAME", "ATTRIBUTE")) {
      return renameAttribute(name, cursor);
    }
    if (cursor.at("SET") && cursor.ahead(1, TokenKind.OPEN)) {
      cursor.skip(1);
      cursor.skipBalanced();
      cursor.expectEnd();
      return new OtherStatement("ALTER TYPE", List.of(name), cursor.statementSpan());
    }
    Optional<Statement> common = AlterObjectReader.common(ObjectKind.TYPE, name, cursor);
    return common.isPresent() ? common.get() : alterAttributes(name, cursor);
  }

  private static Statement addValue(ObjectName name, TokenCursor cursor) {
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    String value = string(cursor);
    boolean positioned = cursor.acceptAny("BEFORE", "AFTER");
    if (positioned) {
      string(cursor);
    }
    cursor.expectEnd();
    return new AddEnumValue(name, value, ifNotExists, positioned, cursor.statementSpan());
  }

  private static Statement renameAttribute(ObjectName name, TokenCursor cursor) {
    Identifier from = cursor.identifier("the name of an attribute");
    cursor.expect("TO");
    Identifier to = cursor.identifier("the new name");
    acceptCascade(cursor);
    cursor.expectEnd();
    return new RenameObject(ObjectKind.TYPE, name, Optional.of(from), to, cursor.statementSpan());
  }

  private static Statement alterAttributes(ObjectName name, TokenCursor cursor) {
    List<AlterAction> actions = new ArrayList<>();
    boolean cascade = false;
    do {
      TokenCursor part = cursor.untilComma();
      TokenCursor action = part.withoutLast("CASCADE");
      cascade |= action != part;
      actions.add(attributeAction(action.withoutLast("RESTRICT")));
    } while (cursor.accept(TokenKind.COMMA));
    return new AlterCompositeType(name, actions, cascade, cursor.statementSpan());
  }

  private static AlterAction attributeAction(TokenCursor cursor) {
    int start = cursor.position();
    AlterAction action;
    if (cursor.accept("ADD", "ATTRIBUTE")) {
      ColumnDefinition attribute = ColumnReader.read(cursor);
      action = new AlterAction.AddColumn(attribute, false, cursor.spanFrom(start));
    } else if (cursor.accept("DROP", "ATTRIBUTE")) {
      boolean ifExists = cursor.accept("IF", "EXISTS");
      Identifier attribute = cursor.identifier("the name of an attribute");
      action = new AlterAction.DropColumn(attribute, ifExists, false, cursor.spanFrom(start));
    } else {
      cursor.expect("ALTER", "ATTRIBUTE");
      action = AlterColumnReader.read(cursor, start);
    }
    cursor.expectEnd();
    return action;
  }

  private static boolean acceptCascade(TokenCursor cursor) {
    return cursor.acceptAny("CASCADE", "RESTRICT");
  }
}
