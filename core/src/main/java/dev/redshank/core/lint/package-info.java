/** The linter: walks migrations in run order and asks the rules. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.lint;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
