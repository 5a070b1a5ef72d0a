/** The records that move: their identity, their fields and the closed list of values a field can hold. */
@NullMarked
package dev.crmmigration.api.record;

import org.jspecify.annotations.NullMarked;
