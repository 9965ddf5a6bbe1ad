/** Changes after which replicas and subscribers cannot follow. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.replicaschemadrift;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
