/** The engine inside an application. */
@NullMarked
package dev.crmmigration.examples.embedding;

import org.jspecify.annotations.NullMarked;
