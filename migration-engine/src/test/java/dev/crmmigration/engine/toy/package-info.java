/** The smallest source and destination that a partner can write, and a mapping between them. */
@NullMarked
package dev.crmmigration.engine.toy;

import org.jspecify.annotations.NullMarked;
