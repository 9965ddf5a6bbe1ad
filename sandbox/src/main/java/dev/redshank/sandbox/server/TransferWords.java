package dev.redshank.sandbox.server;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Tells how far a download is, in quarters. */
final class TransferWords extends AbstractTransferListener {
  private static final long MEGABYTE = 1_000_000;

  private final Progress progress;
  private long nextQuarter;

  TransferWords(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void transferStarted(TransferEvent event) {
    long length = event.getResource().getContentLength();
    nextQuarter = length / 4;
    if (length > MEGABYTE) {
      String name = event.getResource().getResourceName();
      progress.say("fetching %s from %s (%d MB)"
          .formatted(
              name.substring(name.lastIndexOf('/') + 1),
              event.getResource().getRepositoryId(),
              length / MEGABYTE));
    }
  }

  @Override
  public void transferProgressed(TransferEvent event) {
    long length = event.getResource().getContentLength();
    if (length > MEGABYTE && event.getTransferredBytes() >= nextQuarter) {
      progress.say(
          "fetched %d %%".formatted(Math.min(100, event.getTransferredBytes() * 100 / length)));
      nextQuarter += length / 4;
    }
  }
}
