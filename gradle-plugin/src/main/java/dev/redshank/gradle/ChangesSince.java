package dev.redshank.gradle;

import dev.redshank.core.change.GitChanges;
import dev.redshank.core.change.GitRefusal;
import java.io.File;
import org.gradle.api.provider.Property;
import org.gradle.api.provider.ValueSource;
import org.gradle.api.provider.ValueSourceParameters;

/** What git says changed since a reference: the commit that it means, and the files. */
public abstract class ChangesSince implements ValueSource<String, ChangesSince.Parameters> {
  /** What is asked. */
  public interface Parameters extends ValueSourceParameters {
    /** A folder of the repository. */
    Property<File> getDirectory();

    /** A branch, tag or commit. */
    Property<String> getReference();
  }

  @Override
  public String obtain() {
    try {
      return GitChanges.since(
              getParameters().getDirectory().get().toPath(),
              getParameters().getReference().get())
          .identity();
    } catch (GitRefusal refusal) {
      // The task says the same again when it runs, and fails.
      return refusal.getMessage();
    }
  }
}
