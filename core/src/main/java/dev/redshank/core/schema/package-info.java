/** The picture of the database that earlier statements built. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.schema;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
