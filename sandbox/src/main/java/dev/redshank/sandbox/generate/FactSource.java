package dev.redshank.sandbox.generate;

import java.sql.SQLException;
import java.util.List;

/** One table of facts: what it is called, how its lines read, and how a server is asked. */
interface FactSource {
  /** The file's name, such as {@code keywords.txt}. */
  String file();

  /** What a line says, for the file's head. */
  List<String> legend();

  void collect(Session session, FactTable table) throws SQLException;
}
