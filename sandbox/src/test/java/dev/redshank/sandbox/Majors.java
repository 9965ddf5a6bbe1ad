package dev.redshank.sandbox;

import dev.redshank.core.postgres.PgVersion;
import java.util.ArrayList;
import java.util.List;

/** The versions that tests run on: one unless {@code -Dredshank.postgres.majors=14,15,…} says more. */
public final class Majors {
  private Majors() {}

  public static List<PgVersion> asked() {
    List<PgVersion> versions = new ArrayList<>();
    String majors =
        System.getProperty("redshank.postgres.majors", String.valueOf(PgVersion.DEFAULT.major()));
    for (String major : majors.split(",")) {
      versions.add(new PgVersion(Integer.parseInt(major.strip())));
    }
    return versions;
  }
}
