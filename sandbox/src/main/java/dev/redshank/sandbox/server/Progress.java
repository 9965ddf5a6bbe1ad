package dev.redshank.sandbox.server;

/** Hears what takes its time: binaries that are fetched and unpacked on first use. */
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = line -> {};

  void say(String line);
}
