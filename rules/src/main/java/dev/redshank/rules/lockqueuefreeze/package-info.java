/** A lock that others queue behind while a table is read or written from end to end. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.lockqueuefreeze;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
