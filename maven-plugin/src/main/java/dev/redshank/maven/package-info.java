/** The goals of the Maven plugin. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.maven;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
