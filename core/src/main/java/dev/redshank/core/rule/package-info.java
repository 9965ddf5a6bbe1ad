/** Rules and the moments that they are asked about. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.rule;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
