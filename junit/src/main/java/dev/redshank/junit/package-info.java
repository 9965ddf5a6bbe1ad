/** Migrations under test, for teams that prefer a test to a plugin. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.junit;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
