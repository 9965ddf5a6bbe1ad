/** The rules that come with Redshank, in one list. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
