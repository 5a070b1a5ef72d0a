/** Dispatch: ready effects in, outcomes out, attempts in doubt resolved before anything is repeated. */
@NullMarked
package dev.crmmigration.engine.internal.run;

import org.jspecify.annotations.NullMarked;
