/** How fast, and in how much memory; empty until its own issue delivers it. */
@NullMarked
package dev.crmmigration.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
