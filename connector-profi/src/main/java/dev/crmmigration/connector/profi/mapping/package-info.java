/** What the mappings from Profi to every destination share: expressions, value maps and questions, without a destination's names. */
@NullMarked
package dev.crmmigration.connector.profi.mapping;

import org.jspecify.annotations.NullMarked;
