package dev.redshank.sandbox.generate;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's keywords with what each may be used for. */
final class KeywordFacts implements FactSource {
  @Override
  public String file() {
    return "keywords.txt";
  }

  @Override
  public List<String> legend() {
    return List.of(
        "word|versions|category|label",
        "category: U unreserved, C column name only, T type or function name only, R reserved",
        "label: bare when it may name an output column without AS, else as");
  }

  @Override
  public void collect(Session session, FactTable table) throws SQLException {
    for (List<String> row :
        session.rows("SELECT word, catcode, barelabel FROM pg_get_keywords()")) {
      String label = row.get(2).startsWith("t") ? "bare" : "as";
      table.add(session.version(), row.get(0), row.get(1).toUpperCase(Locale.ROOT) + "|" + label);
    }
  }
}
