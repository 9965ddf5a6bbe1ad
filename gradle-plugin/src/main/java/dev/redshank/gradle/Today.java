package dev.redshank.gradle;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.gradle.api.provider.ValueSource;
import org.gradle.api.provider.ValueSourceParameters;

/** The day of the build, asked anew for each, also where the configuration is taken from the cache. */
public abstract class Today implements ValueSource<String, ValueSourceParameters.None> {
  @Override
  public String obtain() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }
}
