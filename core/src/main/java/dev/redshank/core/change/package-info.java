/** What git says changed. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.change;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
