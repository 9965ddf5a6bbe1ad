/** What a statement does to the relations it touches: locks, rewrites, scans, builds, WAL, failure. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.impact;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
