package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;

/**
 * Fetches one jar through the user's own Maven settings: local repository, mirrors, proxies,
 * credentials and offline mode are honoured, and a jar whose checksum is wrong is refused.
 */
final class MavenArtifacts {
  private static final RepositoryPolicy CHECKED = new RepositoryPolicy(
      true, RepositoryPolicy.UPDATE_POLICY_NEVER, RepositoryPolicy.CHECKSUM_POLICY_FAIL);

  private final MavenSettings settings;
  private final Progress progress;

  MavenArtifacts(MavenSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * The jar's file in the local repository, downloaded when it is not there yet.
   *
   * @throws SandboxException when it can neither be found nor downloaded
   */
  Path jar(String group, String name, String version) {
    RepositorySystem system = new RepositorySystemSupplier().get();
    try {
      DefaultRepositorySystemSession session = session(system);
      List<RemoteRepository> repositories =
          system.newResolutionRepositories(session, settings.repositories(CHECKED));
      DefaultArtifact artifact = new DefaultArtifact(group, name, "jar", version);
      ArtifactRequest request = new ArtifactRequest(artifact, repositories, "");
      return system.resolveArtifact(session, request).getArtifact().getFile().toPath();
    } catch (ArtifactResolutionException failure) {
      throw new SandboxException(
          ("Cannot get %s:%s:%s through Maven (local repository %s%s): %s. Go online once, or name an"
                  + " installed PostgreSQL with --postgres-home.")
              .formatted(
                  group,
                  name,
                  version,
                  settings.localRepository(),
                  settings.offline() ? ", offline" : "",
                  failure.getMessage()),
          failure);
    } finally {
      system.shutdown();
    }
  }

  private DefaultRepositorySystemSession session(RepositorySystem system) {
    DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    Settings merged = settings.merged();
    session.setOffline(settings.offline());
    session.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL);
    session.setMirrorSelector(MavenSettings.mirrors(merged));
    session.setProxySelector(MavenSettings.proxies(merged));
    session.setAuthenticationSelector(MavenSettings.credentials(merged));
    session.setTransferListener(new TransferWords(progress));
    session.setSystemProperties(System.getProperties());
    session.setConfigProperties(System.getProperties());
    LocalRepository local = new LocalRepository(settings.localRepository().toFile());
    session.setLocalRepositoryManager(system.newLocalRepositoryManager(session, local));
    return session;
  }
}
