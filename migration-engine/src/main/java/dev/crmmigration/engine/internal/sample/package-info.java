/** Chooses the records of a sample, and compares them field by field. */
@NullMarked
package dev.crmmigration.engine.internal.sample;

import org.jspecify.annotations.NullMarked;
