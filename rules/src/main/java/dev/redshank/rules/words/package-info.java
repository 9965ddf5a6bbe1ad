/** Sentences and SQL that several rules need. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.words;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
