/** What a rule reports, and the names it is reported under. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.finding;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
