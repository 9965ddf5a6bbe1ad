/** Findings as SARIF 2.1.0, which code scanning services and editors read. */
@NullMarked
package dev.redshank.core.report.sarif;

import org.jspecify.annotations.NullMarked;
