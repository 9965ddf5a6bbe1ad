package dev.redshank.gradle;

import org.apiguardian.api.API;
import org.gradle.api.Action;
import org.gradle.api.GradleException;
import org.gradle.api.JavaVersion;
import org.gradle.api.Plugin;
import org.gradle.api.Project;

/**
 * {@code plugins { id 'dev.redshank' }}. This class alone is compiled for Java 8, so that a Gradle on an older Java is told which
 * one is needed; whatever needs that one is named, not linked.
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class RedshankPlugin implements Plugin<Project> {
  private static final String WIRING = "dev.redshank.gradle.Wiring";

  @Override
  public void apply(Project project) {
    if (!JavaVersion.current().isCompatibleWith(JavaVersion.VERSION_17)) {
      throw new GradleException("Redshank needs Java 17 or newer, and this Gradle runs on Java "
          + JavaVersion.current().getMajorVersion()
          + ". Set JAVA_HOME, or org.gradle.java.home in gradle.properties.");
    }
    wiring().execute(project);
  }

  @SuppressWarnings("unchecked")
  private static Action<Project> wiring() {
    try {
      return (Action<Project>) Class.forName(WIRING).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("The plugin's jar is not whole", missing);
    }
  }
}
