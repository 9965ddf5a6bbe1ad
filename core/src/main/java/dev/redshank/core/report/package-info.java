/** Writes results down, one class a format. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.report;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
