package dev.redshank.sandbox.drill;

import java.sql.SQLException;
import java.util.Optional;

/** Something worth saying about a way to mend an incident. */
interface Remark {
  Optional<String> of(Inquest inquest) throws SQLException;
}
