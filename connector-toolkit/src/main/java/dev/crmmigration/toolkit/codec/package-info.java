/** The values of fields, as the JSON of a destination has them: to it, back, and what is left of them. */
@NullMarked
package dev.crmmigration.toolkit.codec;

import org.jspecify.annotations.NullMarked;
