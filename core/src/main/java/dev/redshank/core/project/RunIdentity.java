package dev.redshank.core.project;

import dev.redshank.core.baseline.Baseline;
import dev.redshank.core.baseline.KnownFinding;
import dev.redshank.core.config.Allowance;
import dev.redshank.core.config.LintConfig;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What the result of a run depends on beside the rules themselves, as a digest, for build tools that remember results: two runs of one
 * identity find the same in the same files. Files count by their names in results, so that a project is the same in any folder of any
 * machine, and the day only where something is accepted until some day.
 */
public final class RunIdentity {
  private static final String ENDS_SOME_DAY = "until";

  private final LintRun run;
  private final MessageDigest digest = sha256();
  private boolean dayMatters;

  private RunIdentity(LintRun run) {
    this.run = run;
  }

  /** What the result of a run depends on. */
  public static String of(LintRun run) {
    return new RunIdentity(run).digested();
  }

  private String digested() {
    add(run.settings().postgres());
    run.rules().rules().forEach(rule -> add(rule.info().id()));
    addConfiguration(run.settings().config());
    add(run.acceptance().applied());
    run.acceptance().baseline().baseline().ifPresent(this::addBaseline);
    add(run.settings().review().isOneDeploy());
    addMigrations(run.inputs().migrations());
    if (dayMatters) {
      add(run.acceptance().today().get());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void addConfiguration(LintConfig config) {
    config.source().ifPresent(this::addText);
    for (Allowance allowance : config.allowances()) {
      allowance.path().patterns().forEach(this::addWhetherThere);
    }
  }

  private void addBaseline(Baseline baseline) {
    addText(baseline.source());
    baseline.findings().stream().map(KnownFinding::path).distinct().forEach(this::addWhetherThere);
  }

  private void addWhetherThere(String path) {
    add(path);
    add(run.acceptance().exists().test(path));
  }

  private void addMigrations(MigrationSet set) {
    add(set.problems());
    add(set.histories());
    for (MigrationFile file : set.migrations()) {
      add(file.path());
      add(file.version());
      add(file.description());
      add(file.direction());
      add(file.tool());
      add(file.transactions());
      add(file.repeatable());
      add(file.undoes());
      add(run.settings().review().isHistory(file));
      Reading reading = run.inputs().reader().read(file);
      reading.source().ifPresent(this::addText);
      add(reading.problem());
    }
  }

  private void addText(SourceText text) {
    dayMatters |= text.content().contains(ENDS_SOME_DAY);
    add(text.path());
    add(text.content());
  }

  /** Its length goes before each part, so that no two parts look like two others. */
  private void add(Object part) {
    byte[] bytes = Objects.toString(part).getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
