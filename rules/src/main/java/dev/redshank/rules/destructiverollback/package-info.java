/** Down migrations that take data with them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.destructiverollback;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
