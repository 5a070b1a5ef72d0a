/** What a later generation of the source changes: what differs, what people have edited meanwhile, what is gone. */
@NullMarked
package dev.crmmigration.engine.internal.delta;

import org.jspecify.annotations.NullMarked;
