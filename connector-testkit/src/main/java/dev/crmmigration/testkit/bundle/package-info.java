/** Simulates platforms that list over HTTP what they also export as a bundle of files: serves the rows of a bundle. */
@NullMarked
package dev.crmmigration.testkit.bundle;

import org.jspecify.annotations.NullMarked;
