/** The goal that lists goals and parameters, which the build generates. */
@API(status = API.Status.INTERNAL)
package dev.redshank.maven.help;

import org.apiguardian.api.API;
