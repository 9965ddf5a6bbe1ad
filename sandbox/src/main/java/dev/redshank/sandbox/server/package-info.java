/** Throw-away PostgreSQL servers: found, unpacked, started without root's rights, and taken away. */
@NullMarked
package dev.redshank.sandbox.server;

import org.jspecify.annotations.NullMarked;
