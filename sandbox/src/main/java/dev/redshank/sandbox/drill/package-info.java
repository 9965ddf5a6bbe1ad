/** Incidents to practise on: a broken production on a throw-away server, a trainee, a score. */
@NullMarked
package dev.redshank.sandbox.drill;

import org.jspecify.annotations.NullMarked;
