/** Finds migrations of one tool and puts them in run order. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.migration;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
