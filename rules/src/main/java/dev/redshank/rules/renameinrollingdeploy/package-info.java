/** Names that the running application still uses when they change. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.renameinrollingdeploy;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
