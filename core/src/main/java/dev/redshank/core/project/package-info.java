/** A run over a project: its configuration, its migrations, what git says changed, and what is known of the past. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.project;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
