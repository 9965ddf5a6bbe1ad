/** Data changes that flood the write-ahead log in one transaction. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.rules.backfillwalflood;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
