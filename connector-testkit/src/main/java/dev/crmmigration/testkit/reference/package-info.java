/** A connector in memory, source and destination, that keeps every rule of the conformance suites. */
@NullMarked
package dev.crmmigration.testkit.reference;

import org.jspecify.annotations.NullMarked;
