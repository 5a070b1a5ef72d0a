/** Makes the invented export that the quickstart moves. */
@NullMarked
package dev.crmmigration.examples.quickstart.export;

import org.jspecify.annotations.NullMarked;
