package dev.redshank.core.statement;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads CREATE FUNCTION, CREATE PROCEDURE and DO with the statements of their bodies. */
final class RoutineReader {
  private final TokenCursor cursor;
  private final BodyContext context;
  private Optional<Volatility> volatility = Optional.empty();
  private Optional<String> language = Optional.empty();
  private int quotedBody = -1;
  private Optional<Tokens> atomicBody = Optional.empty();

  private RoutineReader(TokenCursor cursor, BodyContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** Reads from FUNCTION or PROCEDURE on. */
  static Statement create(TokenCursor cursor, boolean orReplace) {
    return create(cursor, orReplace, BodyContext.NONE);
  }

  /** Whether CREATE FUNCTION or CREATE PROCEDURE comes next. */
  static boolean beginsRoutine(TokenCursor cursor) {
    int at = cursor.ahead(1, "OR") ? 3 : 1;
    return cursor.at("CREATE") && (cursor.ahead(at, "FUNCTION") || cursor.ahead(at, "PROCEDURE"));
  }

  static Statement create(TokenCursor cursor, boolean orReplace, BodyContext context) {
    ObjectKind kind = cursor.at("PROCEDURE") ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
    cursor.skip(1);
    ObjectName name = cursor.qualified("the name of a routine");
    List<Tokens> parameters =
        cursor.brackets("parameters in parentheses").rest().splitAtCommas();
    BodyContext inside = context.withVariables(Parameters.names(parameters));
    RoutineReader reader = new RoutineReader(cursor, inside);
    reader.options();
    String language = reader.language.orElse("sql");
    return new CreateRoutine(
        kind,
        name,
        orReplace,
        Parameters.inputs(parameters),
        parameters.stream().anyMatch(Parameters::isPolymorphic),
        reader.volatility,
        language,
        reader.body(language),
        reader.atomicBody.isPresent(),
        cursor.statementSpan());
  }

  static Statement doBlock(TokenCursor cursor) {
    return doBlock(cursor, BodyContext.NONE);
  }

  static Statement doBlock(TokenCursor cursor, BodyContext context) {
    cursor.expect("DO");
    RoutineReader reader = new RoutineReader(cursor, context);
    while (!cursor.atEnd()) {
      if (cursor.accept("LANGUAGE")) {
        reader.language = Optional.of(reader.languageName());
      } else if (reader.atString() || cursor.at(TokenKind.UNTERMINATED)) {
        reader.quotedBody = cursor.position();
        cursor.skip(1);
      } else {
        throw cursor.unexpected("a string or LANGUAGE");
      }
    }
    if (reader.quotedBody < 0) {
      throw cursor.unexpected("a string with the body");
    }
    String language = reader.language.orElse("plpgsql");
    Optional<RoutineBody> body =
        language.equals("plpgsql") ? reader.body(language) : Optional.empty();
    return new DoBlock(language, body, cursor.statementSpan());
  }

  private boolean atString() {
    return cursor.at(TokenKind.STRING) || cursor.at(TokenKind.DOLLAR_STRING);
  }

  private String languageName() {
    Tokens tokens = cursor.tokens();
    if (atString()) {
      String name = Literals.value(tokens, cursor.position()).orElse("");
      cursor.skip(1);
      return Names.fold(name);
    }
    return cursor.label("the name of a language").name();
  }

  private void options() {
    while (!cursor.atEnd()) {
      if (cursor.accept("LANGUAGE")) {
        language = Optional.of(languageName());
      } else if (cursor.at("BEGIN", "ATOMIC")) {
        cursor.skip(2);
        atomicBody = Optional.of(insideAtomic());
      } else if (cursor.at("RETURN")) {
        atomicBody = Optional.of(cursor.rest());
      } else if (cursor.at("AS")
          && (cursor.ahead(1, TokenKind.STRING) || cursor.ahead(1, TokenKind.DOLLAR_STRING))) {
        quotedBody = cursor.position() + 1;
        cursor.skip(2);
      } else {
        volatility = volatilityWord().or(() -> volatility);
        cursor.skipBalanced();
      }
    }
  }

  private Optional<Volatility> volatilityWord() {
    return switch (cursor.word()) {
      case "IMMUTABLE" -> Optional.of(Volatility.IMMUTABLE);
      case "STABLE" -> Optional.of(Volatility.STABLE);
      case "VOLATILE" -> Optional.of(Volatility.VOLATILE);
      default -> Optional.empty();
    };
  }

  private Tokens insideAtomic() {
    Tokens rest = cursor.rest();
    int end = rest.isWord(rest.size() - 1, "END") ? rest.size() - 1 : rest.size();
    return rest.slice(0, end);
  }

  private Optional<RoutineBody> body(String language) {
    if (atomicBody.isPresent()) {
      return atomicBody.filter(body -> !body.isEmpty()).map(body -> SqlBody.read(body, context));
    }
    if (quotedBody < 0) {
      return Optional.empty();
    }
    Optional<SourceText> text = Literals.inside(cursor.tokens(), quotedBody);
    return switch (language) {
      case "plpgsql" -> text.map(source -> PlpgsqlReader.read(SqlScript.tokens(source), context));
      case "sql" -> text.map(source -> SqlBody.read(SqlScript.tokens(source), context));
      default -> Optional.empty();
    };
  }

  /** The parameters of a routine. */
  private static final class Parameters {
    /** Source: PostgreSQL's manual, "Polymorphic Types". */
    private static final Set<String> POLYMORPHIC = Set.of(
        "anyelement",
        "anyarray",
        "anynonarray",
        "anyenum",
        "anyrange",
        "anymultirange",
        "anycompatible",
        "anycompatiblearray",
        "anycompatiblenonarray",
        "anycompatiblerange",
        "anycompatiblemultirange");

    private Parameters() {}

    static int inputs(List<Tokens> parameters) {
      int inputs = 0;
      for (Tokens parameter : parameters) {
        inputs += parameter.isWord(0, "OUT") && !parameter.isWord(1, "OUT") ? 0 : 1;
      }
      return inputs;
    }

    /** PostgreSQL's pseudo-types that stand for any type of a kind, their arrays among them. */
    static boolean isPolymorphic(Tokens parameter) {
      for (int i = 0; i < parameter.size(); i++) {
        if (POLYMORPHIC.contains(Names.of(parameter, i))) {
          return true;
        }
      }
      return false;
    }

    /** The first word behind the mode is the name when a type follows it. */
    static Set<String> names(List<Tokens> parameters) {
      Set<String> names = new HashSet<>();
      for (Tokens parameter : parameters) {
        int first = 0;
        while (parameter.size() > first + 1 && isMode(parameter, first)) {
          first++;
        }
        boolean typed = parameter.is(first + 1, TokenKind.WORD)
            || parameter.is(first + 1, TokenKind.QUOTED_NAME);
        boolean name =
            parameter.is(first, TokenKind.WORD) || parameter.is(first, TokenKind.QUOTED_NAME);
        if (name && typed) {
          names.add(Names.of(parameter, first));
        }
      }
      return names;
    }

    private static boolean isMode(Tokens parameter, int index) {
      return parameter.isWord(index, "IN")
          || parameter.isWord(index, "OUT")
          || parameter.isWord(index, "INOUT")
          || parameter.isWord(index, "VARIADIC");
    }
  }
}
