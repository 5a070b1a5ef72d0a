/** What the mappings from Kartra to every destination share: expressions, value maps and questions, without a destination's names. */
@NullMarked
package dev.crmmigration.connector.kartra.mapping;

import org.jspecify.annotations.NullMarked;
