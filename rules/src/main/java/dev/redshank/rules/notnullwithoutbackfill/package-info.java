/** NOT NULL on columns whose rows have not been shown to hold a value. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.notnullwithoutbackfill;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
