/** The Gradle plugin. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.gradle;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
