/** Making the destination ready: its image before, its schema, the effects that are owed. */
@NullMarked
package dev.crmmigration.engine.internal.prepare;

import org.jspecify.annotations.NullMarked;
