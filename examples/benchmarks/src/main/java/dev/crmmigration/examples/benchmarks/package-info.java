/** How fast, as ratios within one run. */
@NullMarked
package dev.crmmigration.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
