/** Conformance suites that a connector extends. */
@NullMarked
package dev.crmmigration.testkit.contract;

import org.jspecify.annotations.NullMarked;
