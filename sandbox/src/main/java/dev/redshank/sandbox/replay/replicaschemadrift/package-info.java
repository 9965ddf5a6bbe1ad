/** Replays of changes after which replicas and subscribers cannot follow. */
@NullMarked
package dev.redshank.sandbox.replay.replicaschemadrift;

import org.jspecify.annotations.NullMarked;
