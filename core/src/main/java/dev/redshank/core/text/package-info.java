/** Source text and the places in it. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.text;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
