package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/**
 * What the user's {@code settings.xml} says about repositories.
 *
 * @param merged user settings over global settings, passwords decrypted
 * @param localRepository the folder of downloaded artifacts
 * @param offline whether nothing may be downloaded
 */
record MavenSettings(Settings merged, Path localRepository, boolean offline) {
  private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

  /**
   * Reads the settings as {@code mvn} finds them. A build that starts tests hands its own choices on
   * as the system properties {@code maven.repo.local}, {@code redshank.maven.settings}, {@code
   * redshank.maven.globalSettings} and {@code redshank.maven.mode} ({@code
   * offline=true}, else online).
   */
  static MavenSettings load() {
    Path usual = Path.of(System.getProperty("user.home"), ".m2", "settings.xml");
    return load(
        given("redshank.maven.settings").orElse(usual),
        System.getProperty("maven.repo.local", ""),
        System.getProperty("redshank.maven.mode", "").equals("offline=true"));
  }

  /**
   * Reads one settings file.
   *
   * @param localRepository stronger than the file's own, or an empty string
   */
  static MavenSettings load(Path file, String localRepository, boolean offline) {
    Settings merged = read(file);
    Path usual = Path.of(System.getProperty("user.home"), ".m2", "repository");
    Path local = Optional.of(localRepository)
        .filter(named -> !named.isBlank())
        .or(() -> Optional.ofNullable(merged.getLocalRepository()))
        .map(Path::of)
        .orElse(usual);
    return new MavenSettings(merged, local.toAbsolutePath(), offline || merged.isOffline());
  }

  /** Maven Central and the repositories of active profiles, before mirrors are applied. */
  List<RemoteRepository> repositories(RepositoryPolicy policy) {
    List<RemoteRepository> repositories = new ArrayList<>();
    for (Profile profile : merged.getProfiles()) {
      if (active(profile)) {
        for (Repository repository : profile.getRepositories()) {
          repositories.add(remote(repository.getId(), repository.getUrl(), policy));
        }
      }
    }
    if (repositories.stream().noneMatch(repository -> repository.getId().equals("central"))) {
      repositories.add(remote("central", CENTRAL, policy));
    }
    return repositories;
  }

  static MirrorSelector mirrors(Settings settings) {
    DefaultMirrorSelector selector = new DefaultMirrorSelector();
    for (Mirror mirror : settings.getMirrors()) {
      selector.add(
          mirror.getId(),
          mirror.getUrl(),
          mirror.getLayout(),
          false,
          mirror.isBlocked(),
          mirror.getMirrorOf(),
          mirror.getMirrorOfLayouts());
    }
    return selector;
  }

  static ProxySelector proxies(Settings settings) {
    DefaultProxySelector selector = new DefaultProxySelector();
    for (Proxy proxy : settings.getProxies()) {
      if (proxy.isActive()) {
        selector.add(
            new org.eclipse.aether.repository.Proxy(
                proxy.getProtocol(),
                proxy.getHost(),
                proxy.getPort(),
                new AuthenticationBuilder()
                    .addUsername(proxy.getUsername())
                    .addPassword(proxy.getPassword())
                    .build()),
            proxy.getNonProxyHosts());
      }
    }
    return selector;
  }

  static AuthenticationSelector credentials(Settings settings) {
    DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
    for (Server server : settings.getServers()) {
      selector.add(
          server.getId(),
          new AuthenticationBuilder()
              .addUsername(server.getUsername())
              .addPassword(server.getPassword())
              .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
              .build());
    }
    return selector;
  }

  private boolean active(Profile profile) {
    return merged.getActiveProfiles().contains(profile.getId())
        || (profile.getActivation() != null && profile.getActivation().isActiveByDefault());
  }

  private static RemoteRepository remote(String id, String url, RepositoryPolicy policy) {
    return new RemoteRepository.Builder(id, "default", url).setPolicy(policy).build();
  }

  private static Settings read(Path userFile) {
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setSystemProperties(System.getProperties());
    request.setUserSettingsFile(userFile.toFile());
    globalFile().ifPresent(request::setGlobalSettingsFile);
    try {
      return decrypted(
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings());
    } catch (SettingsBuildingException unreadable) {
      throw new SandboxException("Cannot read Maven's settings " + userFile, unreadable);
    }
  }

  private static Optional<File> globalFile() {
    Optional<Path> named = given("redshank.maven.globalSettings");
    if (named.isPresent()) {
      return named.map(Path::toFile);
    }
    for (String variable : List.of("MAVEN_HOME", "M2_HOME")) {
      String home = System.getenv(variable);
      if (home != null && Files.isReadable(Path.of(home, "conf", "settings.xml"))) {
        return Optional.of(Path.of(home, "conf", "settings.xml").toFile());
      }
    }
    return Optional.empty();
  }

  /** Passwords may be encrypted with the master password of {@code settings-security.xml}. */
  private static Settings decrypted(Settings settings) {
    DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(
        new DefaultPlexusCipher(), Map.of(), "~/.m2/settings-security.xml");
    SettingsDecryptionResult result = new DefaultSettingsDecrypter(dispatcher)
        .decrypt(new DefaultSettingsDecryptionRequest(settings));
    settings.setServers(result.getServers());
    settings.setProxies(result.getProxies());
    return settings;
  }

  private static Optional<Path> given(String property) {
    String value = System.getProperty(property, "");
    return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
  }
}
