/** Proposes which field of the destination a field of the source becomes, how sure that is, and why. */
@NullMarked
package dev.crmmigration.engine.internal.matching;

import org.jspecify.annotations.NullMarked;
