package dev.redshank.sandbox.replay.report;

import dev.redshank.core.report.html.Asset;

/** What the page of the replays is made of beside its text. */
final class Assets {
  private static final String CHARTS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  private Assets() {}

  static Asset style() {
    return Asset.look().with(Asset.of(Assets.class, "report.css"));
  }

  static Asset script() {
    return Asset.of(Assets.class, "report.js");
  }

  /** Chart.js, without the line by which a browser looks for its sources. */
  static Asset charts() {
    String text = Asset.of(Assets.class, CHARTS).text();
    return new Asset(text.replaceAll("(?m)^//# sourceMappingURL=.*$", "").strip());
  }
}
