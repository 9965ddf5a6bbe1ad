/** Statements that look like a change of the catalog and write the whole table anew. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.hiddenrewrite;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
