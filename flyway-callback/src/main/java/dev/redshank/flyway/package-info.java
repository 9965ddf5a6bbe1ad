/** Looks at migrations at the last moment: when Flyway is about to run them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.flyway;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
