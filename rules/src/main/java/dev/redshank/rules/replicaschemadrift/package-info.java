/** Changes after which replicas and subscribers cannot follow. */
@NullMarked
package dev.redshank.rules.replicaschemadrift;

import org.jspecify.annotations.NullMarked;
