/** Findings as SARIF 2.1.0, which code scanning services and editors read. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.report.sarif;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
