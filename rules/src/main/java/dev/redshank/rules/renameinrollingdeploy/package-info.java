/** Names that the running application still uses when they change. */
@NullMarked
package dev.redshank.rules.renameinrollingdeploy;

import org.jspecify.annotations.NullMarked;
