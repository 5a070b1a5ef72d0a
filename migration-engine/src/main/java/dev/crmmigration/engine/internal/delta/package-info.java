/** What a change of a record comes to: field by field, with regard to what people have edited meanwhile. */
@NullMarked
package dev.crmmigration.engine.internal.delta;

import org.jspecify.annotations.NullMarked;
