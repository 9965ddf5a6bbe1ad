/** Pages for a browser, which need nothing but themselves. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.report.html;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
