/** Damages clean exports as people and spreadsheets do, and counts what the reader makes of it. */
@NullMarked
package dev.crmmigration.examples.benchmarks.damage;

import org.jspecify.annotations.NullMarked;
