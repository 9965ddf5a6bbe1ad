/** Tokens and statements of a SQL script, with exact places. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.redshank.core.sql;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
