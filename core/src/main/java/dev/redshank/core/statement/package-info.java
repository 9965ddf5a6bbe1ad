/** What a statement says: one record for each kind, read from tokens. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.statement;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
