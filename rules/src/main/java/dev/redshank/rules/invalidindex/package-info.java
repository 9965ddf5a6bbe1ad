/** Concurrent index work that stops half way and leaves an INVALID index behind. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.invalidindex;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
