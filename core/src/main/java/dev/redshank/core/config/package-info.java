/** The settings of a run. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.config;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
