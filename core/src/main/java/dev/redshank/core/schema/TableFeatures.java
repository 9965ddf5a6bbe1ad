package dev.redshank.core.schema;

import dev.redshank.core.statement.AlterAction.ReplicaIdentity;
import java.util.Optional;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/**
 * What a table has besides columns and constraints.
 *
 * @param triggers by name
 * @param policies when each was made, by name
 * @param rowSecurity whether row level security is enabled
 * @param replicaIdentity what identifies a row for logical replication
 * @param replicaIndex the index behind REPLICA IDENTITY USING INDEX
 */
record TableFeatures(
    PMap<String, Trigger> triggers,
    PMap<String, Era> policies,
    boolean rowSecurity,
    ReplicaIdentity replicaIdentity,
    Optional<String> replicaIndex) {
  static final TableFeatures NONE = new TableFeatures(
      OrderedPMap.empty(), OrderedPMap.empty(), false, ReplicaIdentity.DEFAULT, Optional.empty());

  TableFeatures withTriggers(PMap<String, Trigger> triggers) {
    return new TableFeatures(triggers, policies, rowSecurity, replicaIdentity, replicaIndex);
  }

  TableFeatures withPolicies(PMap<String, Era> policies) {
    return new TableFeatures(triggers, policies, rowSecurity, replicaIdentity, replicaIndex);
  }

  TableFeatures withRowSecurity(boolean rowSecurity) {
    return new TableFeatures(triggers, policies, rowSecurity, replicaIdentity, replicaIndex);
  }

  TableFeatures withReplicaIdentity(ReplicaIdentity identity, Optional<String> index) {
    return new TableFeatures(triggers, policies, rowSecurity, identity, index);
  }
}
