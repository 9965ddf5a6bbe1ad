package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.Result;
import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.report.Printable;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings as results of SARIF. */
final class FindingResult {
  private final RuleDescriptors rules;
  private final Places places;
  private final Map<SourceText, LineHashes> hashes = new HashMap<>();

  FindingResult(RuleDescriptors rules, Places places) {
    this.rules = rules;
    this.places = places;
  }

  Result of(LocatedFinding found) {
    Finding finding = found.finding();
    Result result = new Result()
        .withRuleId(finding.rule().value())
        .withRuleIndex(rules.indexOf(finding.rule()))
        .withKind(Result.Kind.FAIL)
        .withLevel(Levels.of(finding.severity()))
        .withMessage(new Message().withText(message(finding)))
        .withLocations(List.of(location(found)))
        .withPartialFingerprints(fingerprints(found));
    related(finding, result);
    List<CodeFlow> flows = LockOrderFlow.of(found, places);
    if (!flows.isEmpty()) {
      result.setCodeFlows(flows);
    }
    finding.fix().ifPresent(fix -> result.setFixes(Set.of(fix(fix, found.source()))));
    properties(finding, result);
    return result;
  }

  /** Whether it has more places than one result may have. */
  static boolean isCut(LocatedFinding found) {
    return found.finding().related().size() >= Limits.LOCATIONS_OF_A_RESULT;
  }

  private static List<RelatedPlace> shown(Finding finding) {
    return Limits.first(finding.related(), Limits.LOCATIONS_OF_A_RESULT - 1);
  }

  /** GitHub shows a related place only where the message leads to it. */
  private static String message(Finding finding) {
    StringBuilder text = new StringBuilder(MessageText.plain(finding.message()));
    int id = 1;
    for (RelatedPlace related : shown(finding)) {
      text.append('\n').append(MessageText.link(related.message(), id++));
    }
    if (!finding.recipe().isEmpty()) {
      text.append("\n\nInstead:");
      finding.recipe().forEach(line -> text.append('\n').append(MessageText.sql(line)));
    }
    return text.toString();
  }

  private static Location location(LocatedFinding found) {
    Location location = Places.location(found.source(), found.finding().span());
    Set<LogicalLocation> tables = new LinkedHashSet<>();
    for (TableLock lock : found.finding().locks()) {
      tables.add(new LogicalLocation()
          .withName(Printable.oneLine(lock.relation().name()))
          .withFullyQualifiedName(Printable.oneLine(lock.relation().toString()))
          .withKind("table"));
    }
    return tables.isEmpty() ? location : location.withLogicalLocations(tables);
  }

  private PartialFingerprints fingerprints(LocatedFinding found) {
    SourceText source = found.source();
    int line = source.position(found.finding().span().start()).line();
    String hash = hashes.computeIfAbsent(source, LineHashes::of).at(line);
    return new PartialFingerprints()
        .withAdditionalProperty("primaryLocationLineHash", hash)
        .withAdditionalProperty("statement/v1", found.fingerprint());
  }

  private void related(Finding finding, Result result) {
    Set<Location> locations = new LinkedHashSet<>();
    for (RelatedPlace related : shown(finding)) {
      locations.add(
          places.location(related.place(), related.message()).withId(locations.size() + 1));
    }
    if (!locations.isEmpty()) {
      result.setRelatedLocations(locations);
    }
  }

  private static Fix fix(dev.redshank.core.finding.Fix fix, SourceText source) {
    List<Replacement> replacements = new ArrayList<>();
    for (Edit edit : fix.edits()) {
      replacements.add(new Replacement()
          .withDeletedRegion(Places.region(source, edit.span()))
          .withInsertedContent(new ArtifactContent().withText(edit.text())));
    }
    ArtifactChange change = new ArtifactChange()
        .withArtifactLocation(FileUri.of(source.path()))
        .withReplacements(replacements);
    return new Fix()
        .withDescription(new Message().withText(MessageText.plain(fix.title())))
        .withArtifactChanges(Set.of(change))
        .withProperties(new PropertyBag().withAdditionalProperty("safe", fix.safe()));
  }

  private static void properties(Finding finding, Result result) {
    PropertyBag properties = new PropertyBag();
    if (!finding.locks().isEmpty()) {
      properties.setAdditionalProperty(
          "locks",
          finding.locks().stream()
              .map(lock -> lock.mode().words() + " on "
                  + Printable.oneLine(lock.relation().toString()))
              .toList());
    }
    if (!finding.uncertain().isEmpty()) {
      properties.setAdditionalProperty(
          "uncertain",
          finding.uncertain().stream()
              .map(fact -> Printable.oneLine(fact.reason()))
              .toList());
    }
    if (!properties.getAdditionalProperties().isEmpty()) {
      result.setProperties(properties);
    }
  }
}
