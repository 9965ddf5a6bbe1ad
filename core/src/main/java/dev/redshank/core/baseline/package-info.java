/** The known findings of the past. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.baseline;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
