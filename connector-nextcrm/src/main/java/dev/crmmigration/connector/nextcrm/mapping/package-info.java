/** What the mappings from NextCRM to every destination share: expressions, value maps and questions, without a destination's names. */
@NullMarked
package dev.crmmigration.connector.nextcrm.mapping;

import org.jspecify.annotations.NullMarked;
