package dev.redshank.gradle;

import org.apiguardian.api.API;
import org.gradle.api.file.ConfigurableFileCollection;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.file.RegularFileProperty;
import org.gradle.api.provider.ListProperty;
import org.gradle.api.provider.Property;

/** What a build script says in {@code redshank { … }}. */
@API(status = API.Status.MAINTAINED, since = "0.1")
public abstract class RedshankExtension {
  /** Whether the tasks do nothing; false unless said otherwise. */
  public abstract Property<Boolean> getSkip();

  /** Folders or files with migrations; without any, they are found by Flyway's extension, Spring's configuration, or in the resources. */
  public abstract ConfigurableFileCollection getSources();

  /** Patterns of the migrations that count, as results name them; without any, all of them. */
  public abstract ListProperty<String> getIncludes();

  /** Patterns of the migrations that are left out, as results name them. */
  public abstract ListProperty<String> getExcludes();

  /** The mildest severity that counts: error, warning, note or never; without it the configuration's, else error. */
  public abstract Property<String> getFailOn();

  /** Whether findings that count are only shown. */
  public abstract Property<Boolean> getIgnoreFailures();

  /** How many findings that count are put up with. */
  public abstract Property<Integer> getMaxAllowedViolations();

  /** The major version of the PostgreSQL server, 14 to 18; without it the configuration's, else 17. */
  public abstract Property<Integer> getPgVersion();

  /** The configuration; without it the nearest {@code redshank.yml} upwards, in the repository. */
  public abstract RegularFileProperty getConfigFile();

  /** The findings that were there before; {@code redshank-baseline.json} of the project unless said otherwise. */
  public abstract RegularFileProperty getBaselineFile();

  /** A branch, tag or commit: only migrations that are new or changed since this branch left it are reported. */
  public abstract Property<String> getChangedSince();

  /** The formats of the reports; html and sarif unless said otherwise. */
  public abstract ListProperty<String> getFormats();

  /** Where the reports go; {@code build/reports/redshank} unless said otherwise. */
  public abstract DirectoryProperty getOutputDirectory();

  /** Whether findings stay out of the log. */
  public abstract Property<Boolean> getQuiet();
}
