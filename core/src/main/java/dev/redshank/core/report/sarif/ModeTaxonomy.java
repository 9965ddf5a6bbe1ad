package dev.redshank.core.report.sarif;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import com.contrastsecurity.sarif.ReportingDescriptorRelationship;
import com.contrastsecurity.sarif.ToolComponent;
import com.contrastsecurity.sarif.ToolComponentReference;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.rule.RuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The failure modes as a taxonomy, and which of them a rule belongs to. */
final class ModeTaxonomy {
  private static final String NAME = "redshank-failure-modes";

  private final List<FailureMode> modes;
  private final String version;

  /**
   * @param rules that are reported: what is none of the nine modes is in the taxonomy where one of these needs it
   */
  ModeTaxonomy(List<RuleInfo> rules, String version) {
    this.modes = Arrays.stream(FailureMode.values())
        .filter(mode -> mode.isSafety() || rules.stream().anyMatch(rule -> rule.mode() == mode))
        .toList();
    this.version = version;
  }

  ToolComponent component() {
    Set<ReportingDescriptor> taxa = new LinkedHashSet<>();
    for (FailureMode mode : modes) {
      taxa.add(new ReportingDescriptor()
          .withId(mode.id())
          .withName(RuleDescriptors.pascalCase(mode.id()))
          .withShortDescription(text(mode.title() + "."))
          .withFullDescription(text(described(mode))));
    }
    return new ToolComponent()
        .withName(NAME)
        .withOrganization("Redshank")
        .withVersion(version)
        .withShortDescription(text("The ways in which a migration breaks production."))
        .withIsComprehensive(true)
        .withTaxa(taxa);
  }

  private static String described(FailureMode mode) {
    return mode.isSafety()
        ? "One of the nine ways in which a migration breaks production. 'redshank modes "
            + mode.id() + "' says how to see it and how to avoid it."
        : mode.title() + ": none of the nine ways in which a migration breaks production.";
  }

  static MultiformatMessageString text(String text) {
    return new MultiformatMessageString().withText(text);
  }

  static ToolComponentReference reference() {
    return new ToolComponentReference().withName(NAME).withIndex(0);
  }

  /** The mode of a rule first, then those that its pattern can trigger too. */
  Set<ReportingDescriptorRelationship> of(RuleInfo rule) {
    List<FailureMode> also = new ArrayList<>(rule.alsoModes());
    also.sort(null);
    Set<ReportingDescriptorRelationship> relationships = new LinkedHashSet<>();
    relationships.add(relationship(rule.mode(), "superset"));
    also.forEach(mode -> relationships.add(relationship(mode, "relevant")));
    return relationships;
  }

  private ReportingDescriptorRelationship relationship(FailureMode mode, String kind) {
    ReportingDescriptorReference target = new ReportingDescriptorReference()
        .withId(mode.id())
        .withIndex(modes.indexOf(mode))
        .withToolComponent(reference());
    return new ReportingDescriptorRelationship().withTarget(target).withKinds(Set.of(kind));
  }
}
